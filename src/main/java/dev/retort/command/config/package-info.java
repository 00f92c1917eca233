/** Where every setting comes from: the command line, the environment, {@code retort.toml}. */
@NullMarked
package dev.retort.command.config;

import org.jspecify.annotations.NullMarked;
