package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Cast;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps in the wanted schema what the database has and neither the model nor a revision made, and says so. */
final class Unmanaged {

    /** How tables end that the cures of lost values have somebody make. */
    private static final String KEPT = "_kept";

    private static final Pattern NEXTVAL = Pattern.compile("nextval\\('((?:[^']|'')*)'");

    private final Schema complete;
    private final Schema now;
    private final Set<ObjectName> managed;
    private final SchemaBuilder kept;
    private final List<Warning> warnings = new ArrayList<>();
    private final Set<ObjectName> unmanaged = new HashSet<>();
    private final Set<ObjectName> usedTypes = new HashSet<>();
    private final Set<String> usedSequences = new HashSet<>();
    private final Set<String> usedNamespaces = new HashSet<>();

    private final String why;

    private Unmanaged(Schema complete, Schema now, Set<ObjectName> managed, String why) {
        this.complete = complete;
        this.now = now;
        this.managed = managed;
        this.why = why;
        this.kept = complete.toBuilder();
    }

    /**
     * Keeps it.
     *
     * @param why what is said of each, behind its name
     */
    static Completed keep(Schema complete, Schema now, Set<ObjectName> managed, String why) {
        Unmanaged unmanaged = new Unmanaged(complete, now, managed, why);
        complete.allTables().forEach(unmanaged::use);
        unmanaged.tables();
        unmanaged.sequences();
        unmanaged.views();
        unmanaged.types();
        unmanaged.namespaces();
        return new Completed(unmanaged.withoutLooseCasts(), unmanaged.warnings, unmanaged.unmanaged);
    }

    private void tables() {
        for (Table table : now.allTables()) {
            ObjectName name = table.name();
            if (!complete.tables().containsKey(name) && !managed.contains(name)) {
                kept.table(table);
                use(table);
                warn("table", name);
                table.foreignKeys().stream()
                        .filter(k -> !complete.tables().containsKey(k.target()) && managed.contains(k.target()))
                        .forEach(k -> warnings.add(UnmanagedReference.key(table, k)));
                unmanaged.add(name);
            }
        }
    }

    /** A sequence that a column draws from or that an unmanaged table owns stays silently; another one is told. */
    private void sequences() {
        for (Sequence sequence : now.sequences().values()) {
            ObjectName name = sequence.name();
            if (complete.sequences().containsKey(name)) {
                continue;
            }
            ColumnRef owner = sequence.ownedBy();
            boolean ownerIsManaged =
                    owner != null && (complete.tables().containsKey(owner.table()) || managed.contains(owner.table()));
            if (usedSequences.contains(name.name())) {
                kept.sequence(owner == null || stands(owner) ? sequence : sequence.withOwnedBy(null));
            } else if (!ownerIsManaged && !managed.contains(name)) {
                kept.sequence(sequence);
                if (owner == null) {
                    warn("sequence", name);
                }
            }
        }
    }

    private boolean stands(ColumnRef ref) {
        Table table = complete.tables().getOrDefault(ref.table(), now.tables().get(ref.table()));
        return table != null && table.column(ref.column()).isPresent();
    }

    private void views() {
        for (View view : now.views().values()) {
            boolean stays = view.materialized() || !managed.contains(view.name());
            if (!complete.views().containsKey(view.name()) && stays) {
                kept.view(view);
                unmanaged.add(view.name());
                UnmanagedReference.view(view, now, complete, unmanaged).ifPresent(warnings::add);
                usedNamespaces.add(view.name().namespace());
                warn(view.materialized() ? "materialized view" : "view", view.name());
            }
        }
    }

    private void types() {
        now.domains().forEach((name, domain) -> {
            if (!complete.domains().containsKey(name) && isKept(name)) {
                kept.domain(domain);
                inTheWay("DOMAIN", name);
                use(domain.base());
                warnUnlessUsed("domain", name);
            }
        });
        now.composites().forEach((name, type) -> {
            if (!complete.composites().containsKey(name) && isKept(name)) {
                kept.composite(type);
                inTheWay("TYPE", name);
                type.attributes().forEach(a -> use(a.type()));
                warnUnlessUsed("type", name);
            }
        });
        now.enums().forEach((name, type) -> {
            if (!complete.enums().containsKey(name) && isKept(name)) {
                kept.enumType(type);
                inTheWay("TYPE", name);
                warnUnlessUsed("enum", name);
            }
        });
    }

    private boolean isKept(ObjectName type) {
        boolean stays = !managed.contains(type) || (usedTypes.contains(type) && !isAnother(type));
        if (stays) {
            usedNamespaces.add(type.namespace());
        }
        return stays;
    }

    private void inTheWay(String kind, ObjectName type) {
        if (isAnother(type)) {
            warnings.add(UnmanagedReference.namesake(kind, type));
        }
    }

    /** Whether the model has something else of that name, which is what its columns are of. */
    private boolean isAnother(ObjectName type) {
        return complete.enums().containsKey(type)
                || complete.composites().containsKey(type)
                || complete.domains().containsKey(type)
                || complete.tables().containsKey(type);
    }

    /** A namespace goes only when a revision made it and nothing stays in it. */
    private void namespaces() {
        for (String namespace : now.namespaces()) {
            if (!managed.contains(new ObjectName(namespace, namespace)) || usedNamespaces.contains(namespace)) {
                kept.namespace(namespace);
            }
        }
    }

    /** Casts of types that go, go with them. */
    private Schema withoutLooseCasts() {
        Schema schema = kept.build();
        return new Schema(
                schema.namespaces(),
                schema.tables(),
                schema.sequences(),
                schema.enums(),
                schema.composites(),
                schema.domains(),
                schema.views(),
                schema.casts().stream().filter(c -> stands(c, schema)).collect(Collectors.toCollection(TreeSet::new)),
                schema.comments(),
                schema.extras(),
                schema.referenced());
    }

    private boolean stands(Cast cast, Schema schema) {
        return stands(cast.source(), schema) && stands(cast.target(), schema);
    }

    private boolean stands(SqlType type, Schema schema) {
        ObjectName name = type.userType();
        return name == null || !now.enums().containsKey(name) || schema.enums().containsKey(name);
    }

    private void use(Table table) {
        usedNamespaces.add(table.name().namespace());
        for (Column column : table.columns()) {
            use(column.type());
            Expression value = column.defaultValue();
            if (value != null && value.sql().contains("nextval")) {
                Matcher call = NEXTVAL.matcher(value.sql());
                while (call.find()) {
                    usedSequences.addAll(Identifiers.in(call.group(1).replace("''", "'")));
                }
            }
        }
    }

    private void use(SqlType type) {
        if (type.userType() != null) {
            usedTypes.add(type.userType());
        }
    }

    private void warnUnlessUsed(String kind, ObjectName name) {
        if (!usedTypes.contains(name)) {
            warn(kind, name);
        }
    }

    private void warn(String kind, ObjectName name) {
        warnings.add(new Warning(
                "unmanaged-" + kind.replace(' ', '-'),
                Warning.Level.INFO,
                List.of(name.qualified()),
                kind + " " + name.display() + " " + why,
                cure(kind, name)));
    }

    /** Relations can be left out by their names; a type can only go. What the way down reads has to be there for it again. */
    private String cure(String kind, ObjectName name) {
        String object = List.of("domain", "enum").contains(kind) ? "type" : kind;
        String drop = "`" + SqlText.call("DROP " + object.toUpperCase(Locale.ROOT) + " " + SqlText.name(name)) + "`";
        return object.equals("type")
                ? "Where nobody needs it, drop it with " + drop
                : "Leave it out with `exclude = ["
                        + SqlText.java(name.qualified().replaceAll("([^\\w.]|\\.)", "\\\\$1"))
                        + "]` in retort.toml; or, when nothing needs what it holds any more, drop it in a revision: "
                        + drop + again(name);
    }

    /** The way down of the revision that kept values in a table reads and drops it. */
    private String again(ObjectName name) {
        Table table = now.tables().get(name);
        return table == null || !name.name().endsWith(KEPT)
                ? ""
                : ", with `"
                        + SqlText.call("CREATE TABLE " + SqlText.name(name) + " ("
                                + table.columns().stream()
                                        .map(column -> ReservedWords.quote(column.name()) + " "
                                                + column.type().display())
                                        .collect(Collectors.joining(", "))
                                + ")")
                        + "` in its downgrade, as the downgrade of the revision that keeps values there reads it";
    }
}
