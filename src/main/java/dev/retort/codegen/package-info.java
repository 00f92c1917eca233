/** Operations to a revision's source. */
@NullMarked
package dev.retort.codegen;

import org.jspecify.annotations.NullMarked;
