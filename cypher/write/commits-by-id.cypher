// The mark of a write, where the write is stored.
// @param commit: string
// @row id: string
MATCH (commit:Commit {id: $commit})
RETURN commit.id AS id
