// Notes that a schema file was applied. Applied again, it keeps its first date.
// @param version: integer
// @param name: string
// @param checksum: string
// @param appliedAt: string
// @row version: integer
MERGE (file:SchemaFile {version: $version})
ON CREATE SET file.name = $name, file.checksum = $checksum, file.appliedAt = $appliedAt
RETURN file.version AS version
