/** States of a schema (entities, revisions, a database, a file) read and compared. */
@NullMarked
package dev.retort.command.compare;

import org.jspecify.annotations.NullMarked;
