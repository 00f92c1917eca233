package dev.retort.command.tenant;

import dev.retort.database.Database;

/**
 * One of many that the same revisions run for: a PostgreSQL schema, or a database.
 *
 * @param name what it is called in messages: the schema, the database's address, or both
 * @param database where it is
 * @param namespace the PostgreSQL schema that its objects and its version table stand in
 */
public record Tenant(String name, Database database, String namespace) {}
