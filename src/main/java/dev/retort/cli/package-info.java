/** The terminal: parse, call a command, show, exit. */
@NullMarked
package dev.retort.cli;

import org.jspecify.annotations.NullMarked;
