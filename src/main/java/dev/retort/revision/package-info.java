/** The graph of revisions: pure algorithms on ids. */
@NullMarked
package dev.retort.revision;

import org.jspecify.annotations.NullMarked;
