/** The same revisions over many PostgreSQL schemas or databases, each of which stands where it stands by itself. */
@NullMarked
package dev.retort.command.tenant;

import org.jspecify.annotations.NullMarked;
