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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
        List<Extra> dropped = differ.inOrder(sides.from().extras());
        Collections.reverse(dropped);
        for (Extra is : dropped) {
            Extra shall = find(is, sides.to());
            if (differ.isChange(is, shall)) {
                differ.drop(is, shall);
                told.add(is);
            }
        }
        for (Extra shall : differ.inOrder(sides.to().extras())) {
            Extra is = find(shall, sides.from());
            if (differ.isChange(is, shall)) {
                differ.create(is, shall);
                told.add(shall);
            } else if (is != null && StatedExtension.isOther(is, shall)) {
                StatedWarnings.other(is, shall, sides);
                told.add(is);
                told.add(shall);
            }
        }
        return new Sides(
                without(sides.from(), told),
                without(sides.to(), told),
                sides.impact(),
                sides.serial(),
                sides.changes());
    }

    /** A function behind those that it calls, everything else as it is. */
    private List<Extra> inOrder(List<Extra> extras) {
        SortedMap<Extra, Set<Extra>> needs = new TreeMap<>();
        for (Extra extra : extras) {
            Set<String> words = extra.isManaged() && extra.kind() == Extra.Kind.FUNCTION
                    ? Identifiers.in(QUOTE.matcher(extra.definition()).replaceAll(" "))
                    : Set.of();
            needs.put(
                    extra,
                    words.isEmpty()
                            ? Set.of()
                            : extras.stream()
                                    .filter(other -> other.kind() == Extra.Kind.FUNCTION
                                            && words.contains(bare(other.name()).name()))
                                    .collect(Collectors.toSet()));
        }
        return new ArrayList<>(DependencyOrder.of(needs).order());
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
                && (one.kind() == Extra.Kind.EXTENSION ? is == null || shall == null : !Objects.equals(is, shall));
    }

    private void drop(Extra is, @Nullable Extra shall) {
        SqlObject object = SqlObject.of(is).orElseThrow();
        ObjectName table = is.table();
        if (table != null) {
            // It goes with its table or view.
            if (stands(table) && !anew.contains(table)) {
                sides.changes().add(Phase.TAKE_OFF, new DropObject(object));
                if (is.kind() == Extra.Kind.ROW_SECURITY && shall == null) {
                    StatedWarnings.unsecured(table, sides);
                }
            }
        } else if (is.kind() == Extra.Kind.EXTENSION) {
            sides.changes().add(Phase.DROP_EXTENSION, new DropObject(object));
            StatedWarnings.dropped(is, sides);
        } else if (comesAnew(is, sides.from(), sides.to())) {
            sides.changes().add(Phase.DROP_FUNCTION, new DropObject(object));
            LostGrants.routine(
                    is,
                    shall == null ? successor(is) : shall,
                    "the arguments or the result of the function change",
                    sides);
        } else if (shall == null) {
            sides.changes().add(dropping(is), new DropObject(object));
        }
    }

    /** The function that comes under its name with other arguments. */
    private Extra successor(Extra is) {
        return sides.to().extras().stream()
                .filter(e -> e.kind() == is.kind()
                        && bare(e.name()).equals(bare(is.name()))
                        && find(e, sides.from()) == null)
                .findFirst()
                .orElse(is);
    }

    /** As late as what it speaks of allows, since others may call it. */
    private Phase dropping(Extra function) {
        Schema from = sides.from();
        Schema to = sides.to();
        Set<String> words = Identifiers.in(function.definition());
        if (from.views().keySet().stream()
                .anyMatch(view -> words.contains(view.name())
                        && (anew.contains(view) || !to.views().containsKey(view)))) {
            return Phase.TAKE_OFF;
        } else if (function.uses().stream().anyMatch(this::goes)
                || isAmong(words, from.tables().keySet(), to.tables().keySet())) {
            return Phase.DROP_FUNCTION_FIRST;
        }
        return isAmong(words, from.enums().keySet(), to.enums().keySet())
                        || isAmong(
                                words,
                                from.composites().keySet(),
                                to.composites().keySet())
                        || isAmong(words, from.domains().keySet(), to.domains().keySet())
                ? Phase.DROP_OBJECT
                : Phase.DROP_OBJECT_LAST;
    }

    /** Whether one of those that go is named. */
    private static boolean isAmong(Set<String> words, Set<ObjectName> from, Set<ObjectName> to) {
        return from.stream().anyMatch(name -> words.contains(name.name()) && !to.contains(name));
    }

    /** Whether a function that is under management has to go before it comes back, with other arguments, another result, or both; what calls it goes with it for a while. */
    static boolean comesAnew(Extra is, Schema from, Schema to) {
        if (is.kind() != Extra.Kind.FUNCTION || SqlObject.of(is).isEmpty()) {
            return false;
        }
        Extra shall = find(is, to);
        if (shall != null) {
            return (is.isManaged() || shall.isManaged()) && !is.equals(shall) && !isReplaceable(is, shall);
        }
        return is.isManaged()
                && to.extras().stream()
                        .anyMatch(other -> other.kind() == is.kind()
                                && bare(other.name()).equals(bare(is.name()))
                                && find(other, from) == null);
    }

    /** Whether a function under management is not there before. */
    static boolean comes(Extra shall, Schema from) {
        return shall.isManaged() && shall.kind() == Extra.Kind.FUNCTION && find(shall, from) == null;
    }

    /** The name without the arguments. */
    static ObjectName bare(ObjectName function) {
        return function.sibling(function.name().replaceFirst("(?s)\\(.*", ""));
    }

    private boolean stands(ObjectName table) {
        return sides.to().tables().containsKey(table) || sides.to().views().containsKey(table);
    }

    private boolean goes(ColumnRef column) {
        Table is = sides.from().tables().get(column.table());
        Table shall = sides.to().tables().get(column.table());
        return is != null
                && (shall == null
                        || (is.column(column.column()).isPresent()
                                && shall.column(column.column()).isEmpty()));
    }

    /** Whether {@code CREATE OR REPLACE} does: name, arguments and result stay as they are. */
    private static boolean isReplaceable(Extra is, Extra shall) {
        return BODY.matcher(is.definition())
                .replaceFirst("")
                .equals(BODY.matcher(shall.definition()).replaceFirst(""));
    }

    private void create(@Nullable Extra is, Extra shall) {
        SqlObject object = SqlObject.of(shall).orElseThrow();
        List<String> statements =
                new ArrayList<>(Attached.create(shall, sides.from().extras()));
        if (shall.stated() != null && !shall.stated().isEmpty()) {
            statements.set(0, shall.stated());
        }
        if (shall.kind() == Extra.Kind.EXTENSION) {
            sides.changes().add(Phase.CREATE_EXTENSION, new CreateObject(object, statements.get(0)));
            return;
        } else if (shall.kind() == Extra.Kind.ROW_SECURITY) {
            StatedWarnings.closed(shall, sides);
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
        return phase(function, sides);
    }

    /** Whether a function can have its body again as soon as those functions that it calls and that come anew are there. */
    static boolean isEarly(Extra function, Sides sides) {
        if (!Attached.isParsed(function)) {
            return false;
        }
        Set<String> words = Identifiers.in(function.definition());
        return sides.to().extras().stream()
                .filter(e -> e.kind() == Extra.Kind.FUNCTION && e.isManaged())
                .filter(e -> words.contains(bare(e.name()).name()))
                .allMatch(e -> phase(e, sides) == Phase.CREATE_FUNCTION);
    }

    private static Phase phase(Extra function, Sides sides) {
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
