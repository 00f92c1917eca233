package dev.retort.schema;

/**
 * What computes a generated column.
 *
 * @param expression the expression, over columns of the same row
 * @param stored whether it is stored; virtual ones exist from PostgreSQL 18
 */
public record Generated(Expression expression, boolean stored) {}
