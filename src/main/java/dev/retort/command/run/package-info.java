/** Running revisions: up, down, on a scratch server. */
@NullMarked
package dev.retort.command.run;

import org.jspecify.annotations.NullMarked;
