package dev.retort.catalog;

import dev.retort.schema.ObjectName;

/**
 * A text of the wanted schema that the server is asked to spell.
 *
 * @param object the table, domain or view that it belongs to; a function itself
 * @param text the text as the model has it; for a column's default or generation the column's name
 */
record Subject(Kind kind, ObjectName object, String text) {

    /** What a text is, which says how the server is asked. */
    enum Kind {
        DEFAULT("the default of column %2$s of %1$s"),
        GENERATED("the expression of generated column %2$s of %1$s"),
        CONDITION("the condition %2$s on %1$s"),
        VALUE("the expression %2$s of an index on %1$s"),
        TOAST("the storage of long values of %1$s"),
        PARTITION_KEY("the partition key %2$s of %1$s"),
        EXCLUSION("the constraint %2$s of %1$s"),
        DOMAIN_DEFAULT("the default of domain %1$s"),
        DOMAIN_CHECK("the check %2$s of domain %1$s"),
        VIEW("the query of view %1$s"),
        OBJECT("the definition of %2$s");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** The subject in words. */
    String words() {
        return String.format(kind.words, object.display(), text);
    }
}
