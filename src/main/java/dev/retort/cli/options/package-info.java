/** The options that every subcommand takes, and how help shows them. */
@NullMarked
package dev.retort.cli.options;

import org.jspecify.annotations.NullMarked;
