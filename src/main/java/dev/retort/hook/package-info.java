/** Where an application has its say in what is generated. */
@NullMarked
package dev.retort.hook;

import org.jspecify.annotations.NullMarked;
