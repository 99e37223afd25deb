// What people decide about records, what fact-checkers say of them, and what outlets correct.
CREATE CONSTRAINT judgement_id IF NOT EXISTS FOR (n:Judgement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT review_id IF NOT EXISTS FOR (n:Review) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT correction_id IF NOT EXISTS FOR (n:Correction) REQUIRE n.id IS UNIQUE;
// All decisions on one pair, earlier ones included.
CREATE INDEX judgement_pair IF NOT EXISTS FOR (n:Judgement) ON (n.pair);
// Which reports an article names, without walking its acts.
CREATE INDEX cites_article IF NOT EXISTS FOR ()-[r:CITES]-() ON (r.articleId);
// Newest first. A judgement that is closed has no sort key and so is in no list.
CREATE INDEX judgement_recorded IF NOT EXISTS FOR (n:JudgementState) ON (n.recordedDescending);
// By what ingest looks up what a new claim or occasion may be the same as, and which texts may be copies: apart from the
// ranking of search, where statements would crowd them out.
CREATE FULLTEXT INDEX claim_words IF NOT EXISTS
FOR (n:ClaimState|OccasionState)
ON EACH [n.text, n.label]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false } };
CREATE FULLTEXT INDEX agent_names IF NOT EXISTS
FOR (n:AgentState)
ON EACH [n.names]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false } };
CREATE FULLTEXT INDEX article_words IF NOT EXISTS
FOR (n:ArticleVersion)
ON EACH [n.text]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false } };
