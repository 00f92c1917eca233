/** Stand-ins on the scratch server for tables that revisions refer to and never make. */
@NullMarked
package dev.retort.command.standin;

import org.jspecify.annotations.NullMarked;
