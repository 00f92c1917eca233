/** Two schemas in, ordered operations and warnings out. */
@NullMarked
package dev.retort.diff;

import org.jspecify.annotations.NullMarked;
