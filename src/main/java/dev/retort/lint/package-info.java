/** Rules that read operations before they run. */
@NullMarked
package dev.retort.lint;

import org.jspecify.annotations.NullMarked;
