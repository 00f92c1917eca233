/** What can <em>change</em>: one sealed family of records. */
@NullMarked
package dev.retort.operation;

import org.jspecify.annotations.NullMarked;
