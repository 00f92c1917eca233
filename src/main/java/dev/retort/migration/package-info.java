/** The only API that a revision file imports; it can only grow. */
@NullMarked
package dev.retort.migration;

import org.jspecify.annotations.NullMarked;
