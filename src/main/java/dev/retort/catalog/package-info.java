/** The live catalog to {@link dev.retort.schema.Schema}. */
@NullMarked
package dev.retort.catalog;

import org.jspecify.annotations.NullMarked;
