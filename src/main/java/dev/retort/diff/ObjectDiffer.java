package dev.retort.diff;

import dev.retort.operation.CreateObject;
import dev.retort.operation.DropObject;
import dev.retort.operation.Execute;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ObjectStatement;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlObject;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Functions, triggers and their like that are under management: a model states their SQL, or an operation of a revision made them. Each that is not the
 * same on both sides is created, dropped or replaced.
 */
final class ObjectDiffer {

    /** What stands before the language and the body, in the server's print: nothing of it can be replaced in place. */
    private static final Pattern BODY = Pattern.compile("(?s)\\n LANGUAGE .*");

    /** A body that is text, which the server does not look into but in SQL. */
    private static final Pattern TEXT = Pattern.compile("(?s)(\\$\\w*\\$).*\\1");

    private static final Pattern QUOTE = Pattern.compile("\\$\\w*\\$");

    private static final Pattern IN_SQL = Pattern.compile("(?i)\\blanguage\\s+'?sql\\b");

    private final Sides sides;
    private final Set<ObjectName> anew;

    private ObjectDiffer(Sides sides, Set<ObjectName> anew) {
        this.sides = sides;
        this.anew = anew;
    }

    /**
     * Compares.
     *
     * @param anew the views that are dropped, to be created again or not
     * @return the sides without what was told here
     */
    static Sides diff(Sides sides, Set<ObjectName> anew) {
        if (Stream.concat(sides.from().extras().stream(), sides.to().extras().stream())
                .noneMatch(Extra::isManaged)) {
            return sides;
        }
        ObjectDiffer differ = new ObjectDiffer(sides, anew);
        Set<Extra> told = new HashSet<>();
        for (Extra is : sides.from().extras()) {
            Extra shall = find(is, sides.to());
            if (differ.isChange(is, shall)) {
                differ.drop(is, shall);
                told.add(is);
            }
        }
        for (Extra shall : sides.to().extras()) {
            Extra is = find(shall, sides.from());
            if (differ.isChange(is, shall)) {
                differ.create(is, shall);
                told.add(shall);
            }
        }
        return new Sides(
                without(sides.from(), told), without(sides.to(), told), sides.impact(), sides.serial(), sides.changes());
    }

    private static @Nullable Extra find(Extra extra, Schema schema) {
        return schema.extras().stream().filter(extra::isSame).findFirst().orElse(null);
    }

    private static Schema without(Schema schema, Set<Extra> told) {
        return told.isEmpty()
                ? schema
                : schema.toBuilder()
                        .extras(schema.extras().stream()
                                .filter(extra -> !told.contains(extra))
                                .toList())
                        .build();
    }

    private boolean isChange(@Nullable Extra is, @Nullable Extra shall) {
        Extra one = is == null ? Objects.requireNonNull(shall) : is;
        return (one.isManaged() || (shall != null && shall.isManaged()))
                && SqlObject.of(one).isPresent()
                && !Objects.equals(is, shall);
    }

    private void drop(Extra is, @Nullable Extra shall) {
        SqlObject object = SqlObject.of(is).orElseThrow();
        ObjectName table = is.table();
        if (table != null) {
            // It goes with its table or view.
            if (stands(table) && !anew.contains(table)) {
                sides.changes().add(Phase.TAKE_OFF, new DropObject(object));
            }
        } else if (shall == null) {
            boolean early = is.uses().stream().anyMatch(this::goes);
            sides.changes().add(early ? Phase.DROP_FUNCTION_FIRST : Phase.DROP_OBJECT, new DropObject(object));
        } else if (!isReplaceable(is, shall)) {
            sides.changes().add(Phase.DROP_FUNCTION_FIRST, new DropObject(object));
        }
    }

    private boolean stands(ObjectName table) {
        return sides.to().tables().containsKey(table) || sides.to().views().containsKey(table);
    }

    private boolean goes(ColumnRef column) {
        Table is = sides.from().tables().get(column.table());
        Table shall = sides.to().tables().get(column.table());
        return is != null && (shall == null || (is.column(column.column()).isPresent() && shall.column(column.column()).isEmpty()));
    }

    /** Whether {@code CREATE OR REPLACE} does: name, arguments and result stay as they are. */
    private static boolean isReplaceable(Extra is, Extra shall) {
        return BODY.matcher(is.definition()).replaceFirst("").equals(BODY.matcher(shall.definition()).replaceFirst(""));
    }

    private void create(@Nullable Extra is, Extra shall) {
        SqlObject object = SqlObject.of(shall).orElseThrow();
        List<String> statements = new ArrayList<>(Attached.create(shall, sides.from().extras()));
        if (shall.stated() != null && !shall.stated().isEmpty()) {
            statements.set(0, shall.stated());
        }
        boolean replaces = shall.table() == null && is != null && isReplaceable(is, shall);
        Phase phase = shall.table() != null ? Phase.PUT_BACK : phase(shall);
        String sql = replaces ? ObjectStatement.replacing(statements.get(0)) : ObjectStatement.fresh(statements.get(0));
        sides.changes().add(phase, new CreateObject(object, sql));
        statements.stream().skip(1).forEach(more -> sides.changes().add(phase, new Execute(more)));
        if (!replaces && shall.table() == null) {
            Optional<String> comment = Attached.comment(shall, sides.from().extras());
            comment.ifPresent(sql2 -> sides.changes().add(Phase.PUT_BACK, new Execute(sql2)));
        }
    }

    /** As early as what it speaks of allows: the server looks at the types of every function, and into a body in SQL. */
    private Phase phase(Extra function) {
        String definition = function.definition();
        String body = IN_SQL.matcher(TEXT.matcher(definition).replaceAll(" ")).find()
                ? QUOTE.matcher(definition).replaceAll(" ")
                : definition;
        Set<String> words = Identifiers.in(body);
        if (names(sides.to().views().keySet()).stream().anyMatch(words::contains)) {
            return Phase.PUT_BACK;
        }
        return names(sides.to().tables().keySet()).stream().anyMatch(words::contains)
                ? Phase.CREATE_OBJECT
                : Phase.CREATE_FUNCTION;
    }

    private static Set<String> names(Set<ObjectName> names) {
        return names.stream().map(ObjectName::name).collect(Collectors.toSet());
    }
}
