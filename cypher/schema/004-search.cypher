// One ranking over claims, statements, agents and articles. Consistent with the write that made it: a search right after
// an ingest finds what was stored.
CREATE FULLTEXT INDEX search IF NOT EXISTS
FOR (n:ClaimState|StatementState|AgentState|ArticleVersion)
ON EACH [n.text, n.title, n.names, n.description]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false } };
