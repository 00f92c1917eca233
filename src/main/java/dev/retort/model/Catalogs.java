package dev.retort.model;

import dev.retort.schema.ObjectName;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.mapping.Table;

/**
 * Finds mappings that name a catalog, which in PostgreSQL is a database: a statement reaches the connected one alone, and Hibernate leaves the name out.
 * The tables are read as those of the connected database, and that is told.
 */
final class Catalogs {

    private Catalogs() {}

    /** Leaves a note for each catalog that is named. */
    // The younger lines deprecate the accessor that the older ones have alone.
    @SuppressWarnings("deprecation")
    static void look(Reading reading) {
        Map<String, Set<String>> named = new TreeMap<>();
        for (Namespace namespace : reading.model().metadata().getDatabase().getNamespaces()) {
            Identifier catalog = namespace.getName().getCatalog();
            if (catalog != null) {
                Set<String> objects = named.computeIfAbsent(catalog.getText(), c -> new TreeSet<>());
                for (Table table : namespace.getTables()) {
                    if (table.isPhysicalTable()) {
                        objects.add(reading.names().table(table).display());
                    }
                }
                for (Sequence sequence : namespace.getSequences()) {
                    ObjectName name = reading.names()
                            .object(
                                    sequence.getName().getSchemaName(),
                                    sequence.getName().getSequenceName());
                    objects.add(name.display());
                }
            }
        }
        named.forEach((catalog, objects) -> {
            if (!objects.isEmpty()) {
                note(reading, catalog, "Of " + String.join(", ", objects) + " the mapping says");
            }
        });
        String stated = reading.model().defaultCatalog();
        if (stated != null && !stated.isEmpty()) {
            note(reading, stated, "The setting hibernate.default_catalog says");
        }
    }

    private static void note(Reading reading, String catalog, String who) {
        reading.note(
                "catalog",
                catalog,
                who + " the catalog " + catalog
                        + ". In PostgreSQL that is another database, which no statement reaches, and Hibernate leaves the name out:"
                        + " the connected database is meant.",
                "Take the catalog out, or name a schema instead; what is in another database needs a retort.toml of its own.");
    }
}
