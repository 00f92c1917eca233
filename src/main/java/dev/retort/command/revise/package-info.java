/** New revision files: where they stand in the history, what they are called, what is in them, and the proof that they work. */
@NullMarked
package dev.retort.command.revise;

import org.jspecify.annotations.NullMarked;
