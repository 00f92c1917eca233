/** Brings a developer's own database along without revisions: adds, and never takes away. */
@NullMarked
package dev.retort.command.sync;

import org.jspecify.annotations.NullMarked;
