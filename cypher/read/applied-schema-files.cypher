// The schema files that were applied to this database.
// @row version: integer
// @row name: string
// @row checksum: string
MATCH (file:SchemaFile)
RETURN file.version AS version, file.name AS name, file.checksum AS checksum
ORDER BY version
