/** Setting a project up: what can be guessed of it, and the first settings. */
@NullMarked
package dev.retort.command.init;

import org.jspecify.annotations.NullMarked;
