package dev.retort.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The place of a revision in the history. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {

    /** The identifier; stored in the database, so it never changes once the revision was applied anywhere. */
    String id();

    /** The revisions right before this one: none for the first, several for a merge. */
    String[] revises() default {};

    /** What it does, as the author wrote it. */
    String message() default "";

    /** When it was written, as ISO-8601 instant. */
    String created() default "";

    /** Names for the branch that this revision starts. */
    String[] branchLabels() default {};

    /** Revisions, or branch labels, that must be applied before this one without being its ancestors. */
    String[] dependsOn() default {};

    /** Whether all of it runs in one transaction; false runs each statement in its own. */
    boolean transactional() default true;
}
