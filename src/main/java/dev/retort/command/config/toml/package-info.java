/** Reads TOML 1.0, with the line of everything, and nothing to load but these few classes: each start of a command pays for it. */
@NullMarked
package dev.retort.command.config.toml;

import org.jspecify.annotations.NullMarked;
