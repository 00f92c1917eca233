/** Files written whole or not at all, and never over another. */
@NullMarked
package dev.retort.command.files;

import org.jspecify.annotations.NullMarked;
