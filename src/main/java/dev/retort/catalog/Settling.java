package dev.retort.catalog;

import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.Domain;
import dev.retort.schema.Exclusion;
import dev.retort.schema.Expression;
import dev.retort.schema.Extra;
import dev.retort.schema.Generated;
import dev.retort.schema.Index;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import dev.retort.schema.View;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the database's own text where the server spells a wanted one the same. What the server spells otherwise is a change, and stays in the words of
 * the model. Above 300 lines, as it goes through every kind of object that has an expression.
 */
final class Settling {

    private final Answers answers;

    /** Whether the server could not be asked at all, so that nothing is known against the database's own text. */
    private final boolean blind;

    Settling(Answers answers) {
        this(answers, false);
    }

    private Settling(Answers answers, boolean blind) {
        this.answers = answers;
        this.blind = blind;
    }

    /** Takes the database's text wherever it stands in the place of the wanted one: what cannot be compared is told, and is no difference. */
    static Settling blindly() {
        return new Settling(Answers.NONE, true);
    }

    Schema settle(Schema wanted, Schema actual) {
        SchemaBuilder builder = wanted.toBuilder();
        actual.tables().forEach((name, table) -> wanted.table(name).ifPresent(w -> builder.table(table(w, table))));
        actual.domains().forEach((name, domain) -> {
            Domain there = wanted.domains().get(name);
            if (there != null) {
                builder.domain(domain(there, domain));
            }
        });
        actual.views().forEach((name, view) -> {
            View there = wanted.views().get(name);
            if (there != null) {
                builder.view(view(there, view));
            }
        });
        return wanted.extras().isEmpty()
                ? builder.build()
                : builder.extras(wanted.extras().stream()
                                .map(extra -> extra.kind().isComment()
                                        ? comment(extra, wanted, actual)
                                        : extra(extra, actual))
                                .toList())
                        .build();
    }

    /** A comment by the name that the server prints for what it is on. */
    private Extra comment(Extra comment, Schema wanted, Schema actual) {
        Extra.Kind kind = comment.kind().commented();
        Extra named = wanted.extras().stream()
                .filter(object -> object.kind() == kind
                        && object.name().equals(comment.name())
                        && Objects.equals(object.table(), comment.table()))
                .findFirst()
                .map(object -> new Extra(
                        comment.kind(),
                        extra(object, actual).name(),
                        comment.table(),
                        comment.definition(),
                        comment.uses(),
                        comment.stated()))
                .orElse(comment);
        return actual.extras().stream()
                .filter(is -> is.isSame(named) && is.definition().equals(named.definition()))
                .findFirst()
                .orElse(named)
                .withStated(comment.stated());
    }

    /** What a model states by its SQL, as the server prints it; what it could not print stays in the words of the model. */
    private Extra extra(Extra wanted, Schema actual) {
        if (!wanted.isManaged()) {
            // As another database has it, which no question is about.
            return wanted;
        }
        Optional<String> printed = answers.printed(ObjectQuestions.subject(wanted));
        if (wanted.kind() == Extra.Kind.PARTITION) {
            return PartitionBounds.settled(wanted, printed, actual);
        }
        Extra shall = wanted;
        if (printed.isPresent() && wanted.table() == null) {
            int line = printed.get().indexOf('\n');
            shall = named(
                    wanted, printed.get().substring(0, line), printed.get().substring(line + 1));
        } else if (printed.isPresent()) {
            shall = new Extra(wanted.kind(), wanted.name(), wanted.table(), printed.get(), wanted.uses());
        } else if (ObjectQuestions.hasArguments(wanted)) {
            List<Extra> namesakes = actual.extras().stream()
                    .filter(is -> is.kind() == wanted.kind()
                            && ObjectQuestions.bare(is.name()).equals(ObjectQuestions.bare(wanted.name())))
                    .toList();
            shall = namesakes.size() == 1
                    ? new Extra(wanted.kind(), namesakes.get(0).name(), null, wanted.definition())
                    : wanted;
        }
        Extra settled = shall;
        return actual.extras().stream()
                .filter(is -> is.isSame(settled))
                .filter(is -> blind || is.equals(settled) || isSameCast(is, settled))
                .findFirst()
                .orElse(settled)
                .withStated(wanted.stated());
    }

    /** Where a cast counts as standing says nothing. */
    private static boolean isSameCast(Extra is, Extra shall) {
        return is.kind() == Extra.Kind.CAST && is.definition().equals(shall.definition());
    }

    private static Extra named(Extra wanted, String name, String definition) {
        return new Extra(wanted.kind(), wanted.name().sibling(name), null, definition);
    }

    private Table table(Table wanted, Table actual) {
        Map<String, Column> columns = wanted.columnsByName();
        Map<String, Column> there = actual.columnsByName();
        Function<String, Expression> read = printed -> Expression.printed(printed, name -> typeOf(columns.get(name)));
        Function<Expression, Expression> checks =
                to(wanted, Subject.Kind.CONDITION, read, TableQuestions.checks(actual));
        Function<Expression, Expression> predicates =
                to(wanted, Subject.Kind.CONDITION, read, TableQuestions.predicates(actual));
        Function<Expression, Expression> values = to(
                wanted,
                Subject.Kind.VALUE,
                read.compose(TableQuestions::withoutNullTest),
                TableQuestions.values(actual));
        return wanted.toBuilder()
                .columns(wanted.columns().stream()
                        .map(column -> column(wanted, column, there.get(column.name()), read))
                        .toList())
                .checks(wanted.checks().stream()
                        .map(check -> check.withExpression(
                                blind ? named(check, actual.checks()) : checks.apply(check.expression())))
                        .toList())
                .exclusions(wanted.exclusions().stream()
                        .map(exclusion -> exclusion(wanted, exclusion, actual))
                        .toList())
                .indexes(wanted.indexes().stream()
                        .map(index -> blind ? named(index, actual.indexes()) : index(index, predicates, values))
                        .toList())
                .options(options(wanted, actual))
                .build();
    }

    private @Nullable TableOptions options(Table wanted, Table actual) {
        TableOptions shall = wanted.options();
        TableOptions is = actual.options();
        if (shall == null || is == null) {
            return shall;
        }
        boolean noToast = answers.printed(new Subject(Subject.Kind.TOAST, wanted.name(), ""))
                .filter("false"::equals)
                .isPresent();
        boolean sameKey = answers.printed(new Subject(Subject.Kind.PARTITION_KEY, wanted.name(), shall.partitionKey()))
                .filter(is.partitionKey()::equals)
                .isPresent();
        TableOptions kept = noToast || blind ? shall.withoutToast() : shall;
        return (sameKey || blind) && !shall.partitionKey().isEmpty()
                ? new TableOptions(kept.unlogged(), kept.storage(), is.partitionKey(), kept.inherits())
                : kept;
    }

    private static @Nullable SqlType typeOf(@Nullable Column column) {
        return column == null ? null : column.type();
    }

    /** From a wanted expression to the equal one of the pool, or itself. */
    private Function<Expression, Expression> to(
            Table wanted, Subject.Kind kind, Function<String, Expression> read, Collection<Expression> pool) {
        return expression -> settled(new Subject(kind, wanted.name(), expression.sql()), expression, read, pool);
    }

    private Expression settled(
            Subject subject, Expression wanted, Function<String, Expression> read, Collection<Expression> pool) {
        if (blind && pool.size() == 1) {
            return pool.iterator().next();
        }
        Optional<Expression> printed = answers.printed(subject).map(read);
        return pool.stream()
                .filter(there -> printed.filter(there::equals).isPresent())
                .findFirst()
                .orElse(wanted);
    }

    private static Expression named(Check wanted, Collection<Check> actual) {
        return actual.stream()
                .filter(there -> there.name() != null && there.name().equals(wanted.name()))
                .map(Check::expression)
                .findFirst()
                .orElse(wanted.expression());
    }

    /** The predicate and the expressions of the index of that name, if it has as many keys. */
    private static Index named(Index wanted, Collection<Index> actual) {
        return actual.stream()
                .filter(there -> there.name() != null
                        && there.name().equals(wanted.name())
                        && there.keys().size() == wanted.keys().size()
                        && (there.predicate() == null) == (wanted.predicate() == null))
                .findFirst()
                .map(there -> wanted.withPredicate(there.predicate())
                        .withKeys(IntStream.range(0, wanted.keys().size())
                                .mapToObj(i ->
                                        named(wanted.keys().get(i), there.keys().get(i)))
                                .toList()))
                .orElse(wanted);
    }

    private static Index.Key named(Index.Key wanted, Index.Key actual) {
        Expression there = actual.expression();
        return wanted.expression() == null || there == null ? wanted : wanted.withExpression(there);
    }

    private Column column(Table table, Column wanted, @Nullable Column actual, Function<String, Expression> read) {
        if (actual == null) {
            return wanted;
        }
        Column column = wanted;
        Expression value = wanted.defaultValue();
        if (value != null && actual.defaultValue() != null) {
            column = column.withDefault(settled(
                    new Subject(Subject.Kind.DEFAULT, table.name(), wanted.name()),
                    value,
                    printed -> Expression.printedDefault(printed, wanted.type()),
                    List.of(actual.defaultValue())));
        }
        Generated generated = wanted.generated();
        if (generated != null && actual.generated() != null) {
            column = column.withGenerated(new Generated(
                    settled(
                            new Subject(Subject.Kind.GENERATED, table.name(), wanted.name()),
                            generated.expression(),
                            read,
                            List.of(actual.generated().expression())),
                    generated.stored()));
        }
        return column;
    }

    private Exclusion exclusion(Table table, Exclusion wanted, Table actual) {
        if (blind) {
            return actual.exclusions().stream()
                    .filter(there -> there.name() != null && there.name().equals(wanted.name()))
                    .findFirst()
                    .orElse(wanted);
        }
        return answers.printed(new Subject(Subject.Kind.EXCLUSION, table.name(), wanted.definition()))
                .filter(TableQuestions.exclusions(actual)::contains)
                .map(printed -> new Exclusion(wanted.name(), printed))
                .orElse(wanted);
    }

    private static Index index(
            Index wanted, Function<Expression, Expression> predicates, Function<Expression, Expression> values) {
        Expression predicate = wanted.predicate();
        return wanted.withPredicate(predicate == null ? null : predicates.apply(predicate))
                .withKeys(wanted.keys().stream()
                        .map(key -> {
                            Expression expression = key.expression();
                            return expression == null ? key : key.withExpression(values.apply(expression));
                        })
                        .toList());
    }

    private Domain domain(Domain wanted, Domain actual) {
        Expression value = wanted.defaultValue();
        Expression there = actual.defaultValue();
        return new Domain(
                wanted.name(),
                wanted.base(),
                wanted.nullable(),
                value == null || there == null
                        ? value
                        : settled(
                                new Subject(Subject.Kind.DOMAIN_DEFAULT, wanted.name(), ""),
                                value,
                                printed -> Expression.printedDefault(printed, wanted.base()),
                                List.of(there)),
                wanted.collation(),
                wanted.checks().stream()
                        .map(check -> check(wanted, check, actual))
                        .toList());
    }

    private Check check(Domain domain, Check wanted, Domain actual) {
        return wanted.withExpression(settled(
                new Subject(
                        Subject.Kind.DOMAIN_CHECK,
                        domain.name(),
                        wanted.expression().sql()),
                wanted.expression(),
                printed -> DomainReader.checked(printed, domain.base()),
                DomainQuestions.checks(actual)));
    }

    private View view(View wanted, View actual) {
        Optional<String> printed = blind
                ? Optional.of(actual.query())
                : answers.printed(new Subject(Subject.Kind.VIEW, wanted.name(), ""))
                        .map(ViewReader::withoutEnd);
        return printed.filter(actual.query()::equals)
                .map(query -> new View(
                        wanted.name(),
                        query,
                        wanted.materialized(),
                        actual.uses(),
                        actual.usesRelations(),
                        actual.indexes()))
                .orElse(wanted);
    }
}
