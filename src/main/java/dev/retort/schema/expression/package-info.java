/** SQL expressions compared by what they mean and printed as a person would write them. */
@NullMarked
package dev.retort.schema.expression;

import org.jspecify.annotations.NullMarked;
