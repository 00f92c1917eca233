/** Proves a revision on a throw-away server: up, down and up again, with rows in the tables. */
@NullMarked
package dev.retort.command.proof;

import org.jspecify.annotations.NullMarked;
