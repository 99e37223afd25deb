// The orders of claims, articles and agents. A record known by its address alone has no sort key and so is in no list.
CREATE INDEX claim_recorded IF NOT EXISTS FOR (n:ClaimState) ON (n.recordedDescending);
CREATE INDEX claim_first_said_ascending IF NOT EXISTS FOR (n:ClaimState) ON (n.firstSaidAscending);
CREATE INDEX claim_first_said_descending IF NOT EXISTS FOR (n:ClaimState) ON (n.firstSaidDescending);
CREATE INDEX claim_first_published_ascending IF NOT EXISTS FOR (n:ClaimState) ON (n.firstPublishedAscending);
CREATE INDEX claim_first_published_descending IF NOT EXISTS FOR (n:ClaimState) ON (n.firstPublishedDescending);
CREATE INDEX article_published_ascending IF NOT EXISTS FOR (n:ArticleState) ON (n.publishedAscending);
CREATE INDEX article_published_descending IF NOT EXISTS FOR (n:ArticleState) ON (n.publishedDescending);
CREATE INDEX article_outlet_published_ascending IF NOT EXISTS FOR (n:ArticleState) ON (n.outletId, n.publishedAscending);
CREATE INDEX article_outlet_published_descending IF NOT EXISTS FOR (n:ArticleState) ON (n.outletId, n.publishedDescending);
CREATE INDEX agent_name IF NOT EXISTS FOR (n:AgentState) ON (n.nameKey);
