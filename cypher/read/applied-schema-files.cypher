// The schema files that were applied to this database.
// @row version: integer
// @row name: string
// @row checksum: string
// @row appliedAt: string
MATCH (file:SchemaFile)
RETURN file.version AS version, file.name AS name, file.checksum AS checksum, file.appliedAt AS appliedAt
ORDER BY version
