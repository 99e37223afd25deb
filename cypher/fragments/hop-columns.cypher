// What a hop says beside its own values: its agents in the order of the text, its place, occasion and cited report.
COLLECT {
  MATCH (hop)-[edge:BY]->(agent) WHERE edge.from <= $known AND $known < edge.to
  RETURN agent.id ORDER BY edge.position
} AS byIds,
COLLECT {
  MATCH (hop)-[edge:TO]->(agent) WHERE edge.from <= $known AND $known < edge.to
  RETURN agent.id ORDER BY edge.position
} AS toIds,
COLLECT {
  MATCH (hop)-[edge:ON_BEHALF_OF]->(agent) WHERE edge.from <= $known AND $known < edge.to
  RETURN agent.id ORDER BY edge.position
} AS onBehalfOfIds,
head([(hop)-[edge:AT WHERE edge.from <= $known AND $known < edge.to]->(place) | place.id]) AS placeId,
head([(hop)-[edge:ON WHERE edge.from <= $known AND $known < edge.to]->(occasion) | occasion.id]) AS occasionId,
head([(hop)-[edge:CITES WHERE edge.from <= $known AND $known < edge.to]->(article) | article.id]) AS citesId
