/** The proof of a whole history: down and up again, and equal to the model at its head. */
@NullMarked
package dev.retort.command.verify;

import org.jspecify.annotations.NullMarked;
