/** Spring Boot, version 3 or 4: revisions run when the application starts, before anything of it uses the database. */
@NullMarked
package dev.retort.spring;

import org.jspecify.annotations.NullMarked;
