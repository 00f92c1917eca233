/** What a database schema <em>is</em>: immutable records, equal by value, no I/O. */
@NullMarked
package dev.retort.schema;

import org.jspecify.annotations.NullMarked;
