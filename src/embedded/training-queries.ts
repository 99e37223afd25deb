/**
 * What a database is asked in its training run, so that the classes which answer it are in the archive: most of them
 * belong to the parser, the planner and the runtime, and a form of Cypher that is missing here costs its classes again
 * at every start. Of this project's queries they have the forms and not the words: any embedded database may use the
 * archive.
 */
export const TRAINING_QUERIES = [
  'RETURN 1',
  'CREATE CONSTRAINT training_id IF NOT EXISTS FOR (a:Training) REQUIRE a.id IS UNIQUE',
  'CREATE INDEX training_name IF NOT EXISTS FOR (a:Training) ON (a.name, a.at)',
  'CREATE INDEX training_said IF NOT EXISTS FOR ()-[r:SAID]-() ON (r.by, r.at)',
  'CREATE FULLTEXT INDEX training_text IF NOT EXISTS FOR (a:Training) ON EACH [a.text]',
  'CALL db.awaitIndexes(120)',
  // Writes: merge and create, labels and types by value, properties by map, removal, deletion.
  "UNWIND range(1, 50) AS i MERGE (a:Training {id: i}) ON CREATE SET a.text = 'word ' + i, a.at = datetime() MERGE (b:Training {id: i + 1}) MERGE (a)-[r:SAID]->(b) SET r.by = 'x', r.at = toString(i)",
  `UNWIND [{id: 101, label: 'Trained', type: 'MEANS', properties: {name: 'a', list: [1, 2]}}] AS row
   MERGE (a:Training {id: row.id}) ON CREATE SET a += row.properties, a:$(row.label)
   WITH a, row MATCH (b:Training {id: 1})
   CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties, r.at = 'now'
   CREATE (a)-[:HAS]->(state:$(row.label)) SET state = row.properties, state.from = a.at
   RETURN count(*) AS made`,
  'MATCH (a:Trained)-[r:MEANS]->() WHERE elementId(a) IN [elementId(a)] SET r.at = null REMOVE a.list DELETE r RETURN count(*) AS ended',
  'MATCH (a:Trained) CALL (a) { DETACH DELETE a } IN TRANSACTIONS OF 10 ROWS',
  // Reads along an index, with and without its order.
  "MATCH ()-[r:SAID]->(b) WHERE r.by = 'x' AND r.at < '5' RETURN b.id ORDER BY r.by DESC, r.at DESC LIMIT 20",
  `UNWIND ['x', 'y'] AS key
   CALL (key) {
     MATCH ()-[r:SAID]->(b) USING INDEX r:SAID(by, at)
     WHERE r.by = key AND r.at > '1' AND r.at <= '4' AND (b.text CONTAINS $given.word OR b.name IS NULL)
     RETURN r.at AS at, b ORDER BY r.by, r.at LIMIT $given.few
   }
   WITH DISTINCT at, b ORDER BY at LIMIT $given.few
   RETURN at, properties(b) AS properties`,
  `MATCH (a:Training) USING INDEX SEEK a:Training(name, at)
   WHERE a.name = $given.word AND a.at > '' AND NOT a.at IN ['z'] AND (a.id >= 1 OR a.text STARTS WITH 'w')
   RETURN max(a.at) AS last, min(a.id) AS first, count(DISTINCT a) AS n`,
  "CALL db.index.fulltext.queryNodes('training_text', $given.word, {limit: 5}) YIELD node, score WHERE score > 0 RETURN node.id, score ORDER BY score DESC, node.id LIMIT 5",
  // Paths, patterns in expressions, subqueries, unions, lists and maps.
  'UNWIND [1, 2, 3] AS key CALL (key) { MATCH (a:Training {id: key})-[:SAID*0..3]->(b) WITH DISTINCT b RETURN collect(b.text) AS texts LIMIT 20 } RETURN key, texts',
  `CALL () {
     MATCH (a:Training {id: 1}) RETURN a
     UNION
     MATCH (:Training {id: 2})-[r:SAID|MEANS]->(a) WHERE r.at <= '9' AND '0' < r.at RETURN a
   }
   OPTIONAL MATCH (a)-[into:MEANS]->(other:Training|Trained) WHERE into.at IS NOT NULL
   WITH coalesce(other.id, a.id) AS id, collect(DISTINCT a.id) AS ids
   UNWIND CASE WHEN id IS NULL THEN [] ELSE [id] + ids END AS one
   MATCH path = (start:Training {id: one})-[steps:SAID|MEANS*1..4]->(end)
   WHERE all(step IN relationships(path) WHERE step.by = 'x' AND type(step) IN ['SAID', 'MEANS'])
   WITH DISTINCT end, ids, length(path) AS far, steps
   RETURN end.id AS id, far, head([label IN labels(end) WHERE label <> 'Trained']) AS label,
     end:Training AND end.id IN ids AS known, size(steps) AS steps,
     [(end)-[link:SAID]->(next) WHERE link.at > '' | {type: type(link), to: next.id}] AS links
   ORDER BY far, id`,
  `MATCH (a:Training) WHERE a.id IN [1, 2, 3]
   RETURN a.id AS id, COUNT { (a)-[:SAID]->() } AS n, EXISTS { MATCH (a)-[r:SAID]->(:Training) WHERE r.by = 'x' } AS said,
     COLLECT { MATCH (a)-[r]->(b) WHERE r.at < '9' RETURN b { .id, at: r.at } ORDER BY r.at DESC, b.id } AS all,
     reduce(text = '', word IN split(a.text, ' ') | text + left(word, 2)) AS short,
     [i IN range(0, size([1, 2]) - 1) WHERE i > 0 | substring(a.text, i)][..2] AS cut,
     any(x IN labels(a) WHERE x = 'Training') AS any, none(x IN keys(a) WHERE x = 'no') AS none,
     head(tail(collect(a.id))) AS second, last([1, 2]) AS last, toString(a.id) + coalesce(a.name, '') AS name`,
  `CALL (*) {
     MATCH (a:Training)-[:SAID]->(b) WHERE COUNT { (a)-[:SAID]->() } <> 1 RETURN toString(a.id) AS problem
     UNION ALL
     MATCH (a:Training) WHERE NOT EXISTS { MATCH (a)-[links:SAID*]->(:Trained) WHERE all(l IN links WHERE l.by = 'x') }
     RETURN 'none from ' + a.id AS problem
   }
   RETURN count(*) AS found, collect(problem)[..$given.few] AS examples`,
  'MATCH (a:Training) WHERE any(c IN [1, 2] WHERE c = a.id) OPTIONAL MATCH (a)-->(b) RETURN count { (a)-->() } AS n, collect(b.id) AS ids ORDER BY n',
  'MATCH (a:Training)-[r:SAID]->(b:Training) WHERE a.id < b.id RETURN elementId(a) AS source, b, r, a.id % 2 AS half ORDER BY half SKIP 1 LIMIT 3',
  'SHOW INDEXES',
]

/** Of every training query: one map, as the store sends it. */
export const TRAINING_PARAMETERS = { given: { word: 'word', few: 3 } }
