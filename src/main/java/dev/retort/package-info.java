/** The errors that every room may throw. */
@NullMarked
package dev.retort;

import org.jspecify.annotations.NullMarked;
