/** A throw-away PostgreSQL: embedded, container, or a server's own. */
@NullMarked
package dev.retort.scratch;

import org.jspecify.annotations.NullMarked;
