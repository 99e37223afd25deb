// The agents at one kind of edge of an act, each as the one that stands for it, and whether that one has a name.
MATCH (hop)-[edge:{{type}}]->(agent:Agent) WHERE edge.from <= $known AND $known < edge.to
OPTIONAL MATCH (agent)-[into:MERGED_INTO]->(canonical:Agent) WHERE into.from <= $known AND $known < into.to
WITH DISTINCT coalesce(canonical, agent) AS shown
RETURN {id: shown.id, isNamed: NOT shown:Unnamed}
