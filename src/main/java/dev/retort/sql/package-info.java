/** Operations to PostgreSQL text: the only place that spells DDL. */
@NullMarked
package dev.retort.sql;

import org.jspecify.annotations.NullMarked;
