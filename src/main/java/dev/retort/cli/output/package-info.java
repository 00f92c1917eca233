/** What the terminal shows: text made harmless, colours, errors in three parts, JSON. */
@NullMarked
package dev.retort.cli.output;

import org.jspecify.annotations.NullMarked;
