/** Load, order and execute revisions. */
@NullMarked
package dev.retort.runtime;

import org.jspecify.annotations.NullMarked;
