/** Where a PostgreSQL is and how to reach it: URLs of every spelling, passwords from where they belong, connections. */
@NullMarked
package dev.retort.database;

import org.jspecify.annotations.NullMarked;
