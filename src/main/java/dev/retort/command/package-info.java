/** One use case a class; returns a record; prints nothing. */
@NullMarked
package dev.retort.command;

import org.jspecify.annotations.NullMarked;
