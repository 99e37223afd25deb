// Spans that lie outside their text, or whose words are not what stands there. The words are compared where the text
// has no character beyond the Basic Multilingual Plane: Cypher counts UTF-16 units, spans count code points.
// @param forever: string
// @param examples: integer - how many ids to name
// @row found: integer
// @row examples: [string]
CALL (*) {
  MATCH (statement:Statement)-[edge:ANCHORED_IN {to: $forever}]->(version:ArticleVersion)
  RETURN statement.id AS id, version, edge.contentParts + edge.quotedParts AS parts,
    edge.contentStarts + edge.quotedStarts AS starts, edge.contentEnds + edge.quotedEnds AS ends,
    edge.contentExacts + edge.quotedExacts AS exacts
  UNION ALL
  MATCH (act:Attribution)-[:HAS_STATE]->(state:AttributionState {to: $forever})
  MATCH (version:ArticleVersion {id: state.versionId})
  RETURN act.id AS id, version, state.sourceParts + state.cueParts AS parts,
    state.sourceStarts + state.cueStarts AS starts, state.sourceEnds + state.cueEnds AS ends,
    state.sourceExacts + state.cueExacts AS exacts
  UNION ALL
  MATCH (article:Article)-[edge:DERIVED_FROM {to: $forever}]->(:Article)
  MATCH (article)-[:HAS_STATE]->(state:ArticleState {to: $forever})
  MATCH (version:ArticleVersion {id: state.versionId})
  RETURN article.id AS id, version, edge.phraseParts AS parts, edge.phraseStarts AS starts,
    edge.phraseEnds AS ends, edge.phraseExacts AS exacts
}
UNWIND range(0, size(starts) - 1) AS i
WITH id, starts[i] AS start, ends[i] AS end, exacts[i] AS exact,
  CASE parts[i] WHEN 'TITLE' THEN version.title ELSE version.text END AS text,
  CASE parts[i] WHEN 'TITLE' THEN version.titleLength ELSE version.length END AS length
WHERE start < 0 OR start >= end OR end > length
  OR (size(text) = length AND substring(text, start, end - start) <> exact)
WITH id + ' ' + toString(start) + ' to ' + toString(end) AS problem
RETURN count(*) AS found, collect(problem)[..$examples] AS examples
