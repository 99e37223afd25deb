// One index for each order of statements: on all of them, on those of a claim, an article or an occasion, and on the
// read edges of an agent. A composite index is used only where every property of it has a predicate, and gives the
// order only where ORDER BY names both, so each ends in one sort key.
CREATE INDEX statement_text_key IF NOT EXISTS FOR (n:StatementState) ON (n.textKey);
CREATE INDEX statement_claim_text_key IF NOT EXISTS FOR (n:StatementState) ON (n.claimId, n.textKey);
CREATE INDEX statement_article_text_key IF NOT EXISTS FOR (n:StatementState) ON (n.articleId, n.textKey);
CREATE INDEX statement_occasion_text_key IF NOT EXISTS FOR (n:StatementState) ON (n.occasionId, n.textKey);
CREATE INDEX spoke_text_key IF NOT EXISTS FOR ()-[r:SPOKE]-() ON (r.agentId, r.textKey);
CREATE INDEX relayed_text_key IF NOT EXISTS FOR ()-[r:RELAYED]-() ON (r.agentId, r.textKey);
CREATE INDEX printed_text_key IF NOT EXISTS FOR ()-[r:PRINTED]-() ON (r.agentId, r.textKey);
CREATE INDEX statement_said_ascending IF NOT EXISTS FOR (n:StatementState) ON (n.saidAscending);
CREATE INDEX statement_claim_said_ascending IF NOT EXISTS FOR (n:StatementState) ON (n.claimId, n.saidAscending);
CREATE INDEX statement_article_said_ascending IF NOT EXISTS FOR (n:StatementState) ON (n.articleId, n.saidAscending);
CREATE INDEX statement_occasion_said_ascending IF NOT EXISTS FOR (n:StatementState) ON (n.occasionId, n.saidAscending);
CREATE INDEX spoke_said_ascending IF NOT EXISTS FOR ()-[r:SPOKE]-() ON (r.agentId, r.saidAscending);
CREATE INDEX relayed_said_ascending IF NOT EXISTS FOR ()-[r:RELAYED]-() ON (r.agentId, r.saidAscending);
CREATE INDEX printed_said_ascending IF NOT EXISTS FOR ()-[r:PRINTED]-() ON (r.agentId, r.saidAscending);
CREATE INDEX statement_said_descending IF NOT EXISTS FOR (n:StatementState) ON (n.saidDescending);
CREATE INDEX statement_claim_said_descending IF NOT EXISTS FOR (n:StatementState) ON (n.claimId, n.saidDescending);
CREATE INDEX statement_article_said_descending IF NOT EXISTS FOR (n:StatementState) ON (n.articleId, n.saidDescending);
CREATE INDEX statement_occasion_said_descending IF NOT EXISTS FOR (n:StatementState) ON (n.occasionId, n.saidDescending);
CREATE INDEX spoke_said_descending IF NOT EXISTS FOR ()-[r:SPOKE]-() ON (r.agentId, r.saidDescending);
CREATE INDEX relayed_said_descending IF NOT EXISTS FOR ()-[r:RELAYED]-() ON (r.agentId, r.saidDescending);
CREATE INDEX printed_said_descending IF NOT EXISTS FOR ()-[r:PRINTED]-() ON (r.agentId, r.saidDescending);
CREATE INDEX statement_published_ascending IF NOT EXISTS FOR (n:StatementState) ON (n.publishedAscending);
CREATE INDEX statement_claim_published_ascending IF NOT EXISTS FOR (n:StatementState) ON (n.claimId, n.publishedAscending);
CREATE INDEX statement_article_published_ascending IF NOT EXISTS FOR (n:StatementState) ON (n.articleId, n.publishedAscending);
CREATE INDEX statement_occasion_published_ascending IF NOT EXISTS FOR (n:StatementState) ON (n.occasionId, n.publishedAscending);
CREATE INDEX spoke_published_ascending IF NOT EXISTS FOR ()-[r:SPOKE]-() ON (r.agentId, r.publishedAscending);
CREATE INDEX relayed_published_ascending IF NOT EXISTS FOR ()-[r:RELAYED]-() ON (r.agentId, r.publishedAscending);
CREATE INDEX printed_published_ascending IF NOT EXISTS FOR ()-[r:PRINTED]-() ON (r.agentId, r.publishedAscending);
CREATE INDEX statement_published_descending IF NOT EXISTS FOR (n:StatementState) ON (n.publishedDescending);
CREATE INDEX statement_claim_published_descending IF NOT EXISTS FOR (n:StatementState) ON (n.claimId, n.publishedDescending);
CREATE INDEX statement_article_published_descending IF NOT EXISTS FOR (n:StatementState) ON (n.articleId, n.publishedDescending);
CREATE INDEX statement_occasion_published_descending IF NOT EXISTS FOR (n:StatementState) ON (n.occasionId, n.publishedDescending);
CREATE INDEX spoke_published_descending IF NOT EXISTS FOR ()-[r:SPOKE]-() ON (r.agentId, r.publishedDescending);
CREATE INDEX relayed_published_descending IF NOT EXISTS FOR ()-[r:RELAYED]-() ON (r.agentId, r.publishedDescending);
CREATE INDEX printed_published_descending IF NOT EXISTS FOR ()-[r:PRINTED]-() ON (r.agentId, r.publishedDescending);
