/** What exists and what is applied: heads, history, one revision, where a database stands. */
@NullMarked
package dev.retort.command.history;

import org.jspecify.annotations.NullMarked;
