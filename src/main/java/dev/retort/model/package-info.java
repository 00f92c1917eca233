/** Hibernate boot metadata to {@link dev.retort.schema.Schema}. */
@NullMarked
package dev.retort.model;

import org.jspecify.annotations.NullMarked;
