package dev.retort.model;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about the mappings that Hibernate rejects most often, by what it says, on 6.6 as on 7. */
final class MappingCures {

    private record Cure(Pattern said, String text) {}

    private static final String ANYWAY = " The application would not start with it either.";

    /** In the texts {@code $1} is what the pattern's first group holds. */
    private static final List<Cure> CURES = List.of(
            cure(
                    "is duplicated in mapping|[Rr]epeated column in mapping",
                    "Give each of them a column of its own: @Column(name = \"…\"), or @AttributeOverride where an embeddable occurs twice."
                            + " Where two are to share it, one may write it: insertable = false, updatable = false on the other."),
            cure("has no identifier|No identifier specified", "Give it an attribute with @Id, or with @EmbeddedId."),
            cure(
                    "'mappedBy' a property named|mappedBy reference an unknown|mapped by an unknown",
                    "Name in mappedBy the attribute of the other entity that refers back to this one."),
            cure(
                    "references a column named|referencedColumnNames?|has no property which maps to",
                    "Name in referencedColumnName a column that the target maps, or leave it out: then the association refers to the primary key."),
            cure(
                    "'@JoinColumn's but the primary key has|wrong number of column",
                    "Give it as many @JoinColumn annotations, each with its referencedColumnName, as the target's key has columns."),
            cure(
                    "Recursive embeddable",
                    "Break the circle: an @Embeddable cannot hold itself. Make one of them an @Entity, or the attribute @Transient."),
            cure("NoSuchMethodException: ([\\w.$]+)\\.<init>\\(\\)", "Give $1 a constructor without parameters."),
            cure(
                    "Secondary table '([^']+)'|not declared.*SecondaryTable",
                    "Declare the table on the class, @SecondaryTable(name = \"…\"), or leave table = \"…\" out of @Column."),
            cure(
                    "undefined filter named '([^']+)'",
                    "Define it: @FilterDef(name = \"$1\") on an entity or in a package-info.java that --entities names."),
            cure(
                    "share the entity name|[Dd]uplicate entity name|DuplicateMapping",
                    "Give one of them another name: @Entity(name = \"…\")."),
            cure("may not override the inheritance", "State @Inheritance on the root of the hierarchy alone."),
            cure(
                    "is a subclass in a 'SINGLE_TABLE' hierarchy",
                    "Leave @Table out of the subclass, or state another strategy on the root: @Inheritance(strategy = InheritanceType.JOINED)."),
            cure("'@MapsId'", "Name in @MapsId an attribute of the identifier's class."),
            cure("Map key property '([^']+)' not found", "Name in @MapKey an attribute of the entity in the map."),
            cure("Callback methods annotated", "Let the method return void and take no parameter."),
            cure(
                    "only annotate one callback method with (?:[\\w.]+\\.)?(\\w+)",
                    "Leave one method with @$1, and call the other from it."),
            cure(
                    "declared with a raw type",
                    "Give the collection its type, List<…>, or name it: targetEntity = ….class."),
            cure("is not a collection", "Make it a collection, or the annotation @ManyToOne or @OneToOne."),
            cure("is not an enum", "Leave @Enumerated out, or make the attribute an enum."),
            cure(
                    "Could not resolve named type: (\\S+)",
                    "Correct the type's name: it is none of Hibernate's, and no class $1 is on the class path."),
            cure(
                    "Could not locate (?:attribute member|getter|field|setter)",
                    "Correct the name in the document, or give the class that attribute; where a field of that name is there, say that"
                            + " fields are mapped: access=\"FIELD\"."),
            cure(
                    "annotated both '@Entity' and '@MappedSuperclass': '([^']+)'",
                    "Leave @MappedSuperclass out of $1 where it is to have a table, @Entity where it only lends its attributes."));

    private MappingCures() {}

    private static Cure cure(String said, String text) {
        return new Cure(Pattern.compile(said), text);
    }

    /** The cure for what Hibernate says; {@code place} is what it is about. */
    static String of(FailureText failure, String place) {
        String reason = failure.reason();
        for (Cure cure : CURES) {
            Matcher matcher = cure.said().matcher(reason);
            if (matcher.find()) {
                String group = matcher.groupCount() > 0 && matcher.group(1) != null ? matcher.group(1) : "…";
                return cure.text().replace("$1", group) + ANYWAY;
            }
        }
        if (failure.applicationMethod().isPresent()) {
            return "Correct it: Hibernate calls it whenever it reads the entities." + ANYWAY;
        }
        if (place.startsWith("the setting ")) {
            return "Correct the setting's value." + ANYWAY;
        }
        return failure.isUnforeseen()
                ? "Hibernate says no more than that: it is a mapping that it does not foresee. Map " + place
                        + " in another way, or leave it out with @Transient." + ANYWAY
                : "Correct the mapping: the application would not start with it either.";
    }
}
