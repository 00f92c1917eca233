package dev.retort.diff;

import dev.retort.schema.Cast;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Domain;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fills in everything that a model leaves open, from the matching object of the database or by the naming policy for what is new, so that the two can
 * be compared by plain equality.
 *
 * <p>A model is silent on the order of columns, on names that it does not state, on storage that it does not state, on the {@code CACHE}, {@code START} and owner of sequences
 * that exist, on exclusion constraints, materialized views, casts that are not of its own enums, and on everything it did not make.
 */
public final class Completion {

    private static final SqlType BIGINT = SqlType.builtin("bigint");
    private static final Set<SqlType> WHOLE = Set.of(SqlType.builtin("smallint"), SqlType.builtin("integer"), BIGINT);

    private final Schema wanted;
    private final Schema now;
    private final Set<ObjectName> managed;
    private final NameChooser names;
    private final Likeliest likeliest;

    private Completion(Schema wanted, Schema now, Naming naming, Set<ObjectName> managed) {
        this.managed = managed;
        this.wanted = wanted;
        this.now = now;
        this.names = new NameChooser(naming);
        this.likeliest = new Likeliest(naming, now.referenced());
    }

    /**
     * Completes a model's schema for {@link SchemaDiffer}.
     *
     * @param wanted as the model states it
     * @param actual as the database is, fully stated
     * @param renames confirmed renames from the database's names to the model's
     * @param managed the tables, sequences, types, views and namespaces (by their name twice, {@code audit.audit}) that revisions made, by the names
     *     that the database has; what else the model does not state stays as it is
     * @throws dev.retort.UsageException if a rename fits nothing
     */
    public static Completed complete(
            Schema wanted, Schema actual, Naming naming, Renames renames, Set<ObjectName> managed) {
        Schema now = RenameResolver.apply(actual, wanted, renames).schema();
        Schema complete = new Completion(wanted, now, naming, managed).complete();
        return Unmanaged.keep(
                complete,
                now,
                managed,
                "is in neither the model nor any operation of a revision (an `op.execute` is text that is not read): it is left alone");
    }

    /**
     * Completes what revisions make by what a database has beside it and no revision speaks of: tables, views, sequences and types, with all that hangs on
     * them.
     *
     * @param made the schema that the revisions make
     * @param actual as the database is
     * @param managed the names that revisions gave to what they made, as in {@link #complete}
     */
    public static Completed besideRevisions(Schema made, Schema actual, Set<ObjectName> managed) {
        Completed kept =
                Unmanaged.keep(made, actual, managed, "is made by no revision: it is left alone (--strict counts it)");
        SchemaBuilder all = kept.schema().toBuilder();
        actual.extras().stream()
                .filter(extra -> extra.table() != null && kept.unmanaged().contains(extra.table()))
                .forEach(all::extra);
        actual.comments().forEach((target, comment) -> {
            if (kept.unmanaged().contains(target.name())) {
                all.comment(target, comment);
            }
        });
        return new Completed(all.build(), kept.warnings(), kept.unmanaged());
    }

    private Schema complete() {
        SchemaBuilder complete = wanted.toBuilder();
        List<Table> tables = new ArrayList<>();
        for (Table table : wanted.allTables()) {
            Table adopted =
                    withoutInherited(TableCompletion.adopt(table, now.tables().get(table.name()), likeliest));
            tables.add(adopted);
            names.take(adopted);
        }
        names.take(wanted);
        now.allTables().stream()
                .filter(t -> !wanted.tables().containsKey(t.name()) && !managed.contains(t.name()))
                .forEach(names::take);
        now.extras().stream()
                .filter(e -> e.kind() == Extra.Kind.PARTITION_CHECK && e.table() != null)
                .forEach(e -> names.take(e.name()));
        HeldNames.of(now).forEach(names::takeRelation);
        tables.forEach(t -> complete.table(TableCompletion.name(t, names)));
        wanted.sequences().values().forEach(s -> complete.sequence(sequence(s)));
        wanted.domains().values().forEach(d -> complete.domain(domain(d)));
        wanted.views().values().forEach(v -> complete.view(view(v)));
        now.casts().stream().filter(this::isSilentOn).forEach(complete::cast);
        now.comments().forEach((target, comment) -> {
            if (!wanted.comments().containsKey(target)) {
                complete.comment(target, comment);
            }
        });
        complete.extras(wanted.extras().stream()
                .map(extra -> StatedExtension.adopt(extra, now))
                .toList());
        // What a revision made goes with the statement of the model; anything else stays as it is.
        RelationNames needed = RelationNames.of(complete.build());
        now.extras().stream()
                .filter(is -> !HeldNames.isLost(is, needed))
                .filter(is -> !is.isManaged() && wanted.extras().stream().noneMatch(is::isSame))
                .forEach(complete::extra);
        now.referenced().forEach(complete::referenced);
        return complete.build();
    }

    /**
     * A column that the table does not have of its own comes and stays with its parent's, where the model has it there too; one that it has of its own beside its
     * parent's stays.
     */
    private Table withoutInherited(Table table) {
        Table is = now.tables().get(table.name());
        TableOptions options = table.options();
        if (is == null || options == null || options.inherits().isEmpty()) {
            return table;
        }
        List<Column> columns = new ArrayList<>(table.columns().stream()
                .filter(column -> is.column(column.name()).isPresent()
                        || options.inherits().stream().noneMatch(parent -> column.type()
                                .equals(type(wanted.tables().get(parent), column.name()))))
                .toList());
        is.columns().stream()
                .filter(column -> table.column(column.name()).isEmpty())
                .forEach(column -> options.inherits().stream()
                        .map(parent -> type(wanted.tables().get(parent), column.name()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .ifPresent(type -> columns.add(column.withType(type))));
        return table.toBuilder().columns(columns).build();
    }

    private Sequence sequence(Sequence shall) {
        Sequence is = now.sequences().get(shall.name());
        SequenceOptions options = widened(shall.options(), is);
        if (is == null) {
            ColumnRef column = shall.ownedBy();
            SqlType type = column == null ? null : type(wanted.tables().get(column.table()), column.column());
            return shall.withOptions(options.withDefaults(type != null && WHOLE.contains(type) ? type : BIGINT));
        }
        ColumnRef owner = shall.ownedBy() != null ? shall.ownedBy() : owner(is.ownedBy());
        return shall.withOptions(SequenceChange.adopted(options, is.options(), options.type())
                        .withDefaults(BIGINT))
                .withOwnedBy(owner)
                .withUnlogged(shall.unlogged() != null ? shall.unlogged() : is.unlogged());
    }

    /** The sequence of a column follows the type of the column, which a model does not say. */
    private SequenceOptions widened(SequenceOptions options, @Nullable Sequence is) {
        ColumnRef owner = is == null ? null : is.ownedBy();
        if (is == null || owner == null || options.type() != null) {
            return options;
        }
        SqlType before = type(now.tables().get(owner.table()), owner.column());
        SqlType after = type(wanted.tables().get(owner.table()), owner.column());
        boolean follows =
                before != null && after != null && before.equals(is.options().type()) && WHOLE.contains(after);
        return follows ? new SequenceOptions(after, null, null, null, null, null, null).orElse(options) : options;
    }

    private static @Nullable SqlType type(@Nullable Table table, String column) {
        return table == null ? null : table.column(column).map(Column::type).orElse(null);
    }

    /** The owner, if the model still has that column. */
    private @Nullable ColumnRef owner(@Nullable ColumnRef ref) {
        if (ref == null) {
            return null;
        }
        Table table = wanted.tables().get(ref.table());
        return table != null && table.column(ref.column()).isPresent() ? ref : null;
    }

    /** Checks without a name have that of the same one of the database, or the one that the server gives them. */
    private Domain domain(Domain shall) {
        Domain is = now.domains().get(shall.name());
        Set<String> taken = new HashSet<>();
        shall.checks().forEach(check -> taken.add(String.valueOf(check.name())));
        List<Check> checks = new ArrayList<>();
        for (Check check : shall.checks()) {
            if (check.name() != null) {
                checks.add(check);
                continue;
            }
            String name = (is == null ? List.<Check>of() : is.checks())
                    .stream()
                            .filter(there -> there.expression().equals(check.expression()))
                            .map(there -> String.valueOf(there.name()))
                            .filter(there -> !taken.contains(there))
                            .findFirst()
                            .orElseGet(() -> free(shall.name().name() + "_check", taken));
            taken.add(name);
            checks.add(new Check(name, check.expression(), check.noInherit(), check.validated()));
        }
        return new Domain(
                shall.name(), shall.base(), shall.nullable(), shall.defaultValue(), shall.collation(), checks);
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int number = 1; taken.contains(free); number++) {
            free = name + number;
        }
        return free;
    }

    /** A view that is the same is the database's, which knows what it reads. */
    private View view(View shall) {
        View is = now.views().get(shall.name());
        return is == null ? shall : is.equals(shall) ? is : shall.withIndexes(is.indexes());
    }

    private boolean isSilentOn(Cast cast) {
        return !isOwn(cast.source()) && !isOwn(cast.target());
    }

    private boolean isOwn(SqlType type) {
        return type.userType() != null && wanted.enums().containsKey(type.userType());
    }
}
