package dev.retort.diff;

import dev.retort.operation.CreateObject;
import dev.retort.operation.DropObject;
import dev.retort.operation.Execute;
import dev.retort.operation.SetComment;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ObjectStatement;
import dev.retort.schema.PartitionDefinition;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Functions, triggers and their like that are under management: a model states their SQL, or an operation of a revision made them. Each that is not the
 * same on both sides is created, dropped or replaced.
 */
final class ObjectDiffer {

    /** What stands before the language and the body, in the server's print: nothing of it can be replaced in place. */
    private static final Pattern BODY = Pattern.compile("(?s)\\n LANGUAGE .*");

    private final Sides sides;
    private final Set<ObjectName> anew;
    private final ObjectPlaces places;

    private ObjectDiffer(Sides sides, Set<ObjectName> anew) {
        this.sides = sides;
        this.anew = anew;
        this.places = new ObjectPlaces(sides, anew);
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
        List<Extra> dropped = ObjectPlaces.inOrder(sides.from().extras());
        Collections.reverse(dropped);
        for (Extra is : dropped) {
            Extra shall = find(is, sides.to());
            if (differ.isChange(is, shall)) {
                differ.drop(is, shall);
                told.add(is);
            }
        }
        for (Extra shall : ObjectPlaces.inOrder(sides.to().extras())) {
            Extra is = find(shall, sides.from());
            if (differ.isChange(is, shall)) {
                differ.create(is, shall);
                told.add(shall);
            } else if (is != null && StatedExtension.statesOther(is, shall)) {
                if (is.kind() == Extra.Kind.PARTITION) {
                    StatedWarnings.bounds(shall, PartitionDefinition.of(is), PartitionDefinition.of(shall), sides);
                } else {
                    StatedWarnings.other(is, shall, sides);
                }
                told.add(is);
                told.add(shall);
            }
        }
        differ.comments(told);
        return new Sides(
                without(sides.from(), told),
                without(sides.to(), told),
                sides.impact(),
                sides.serial(),
                sides.changes(),
                sides.counted());
    }

    /** Comments that the model states or a revision set, on what stands. */
    private void comments(Set<Extra> told) {
        for (Extra is : sides.from().extras()) {
            Extra shall = is.kind().isComment() ? find(is, sides.to()) : is;
            if (is.isManaged() && shall == null) {
                commented(is, sides.to()).ifPresent(object -> sides.changes()
                        .add(Phase.COMMENT, new SetComment(CommentTarget.object(object), null)));
                told.add(is);
            }
        }
        for (Extra shall : sides.to().extras()) {
            Extra is = shall.kind().isComment() ? find(shall, sides.from()) : shall;
            if (shall.kind().isComment()
                    && !shall.equals(is)
                    && (shall.isManaged() || (is != null && is.isManaged()))) {
                commented(shall, sides.to()).ifPresent(object -> sides.changes()
                        .add(Phase.COMMENT, new SetComment(CommentTarget.object(object), shall.definition())));
                told.add(shall);
                if (is != null) {
                    told.add(is);
                }
            }
        }
    }

    /** What a comment is on, where that stands. */
    private static Optional<SqlObject> commented(Extra comment, Schema schema) {
        return schema.extras().stream()
                .filter(extra ->
                        extra.isSame(new Extra(comment.kind().commented(), comment.name(), comment.table(), "")))
                .findFirst()
                .flatMap(SqlObject::of);
    }

    static @Nullable Extra find(Extra extra, Schema schema) {
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
                && (one.kind() == Extra.Kind.EXTENSION || one.kind() == Extra.Kind.PARTITION
                        ? is == null || shall == null
                        : !Objects.equals(is, shall) || (is != null && comesAnew(is, sides.from(), sides.to())));
    }

    private void drop(Extra is, @Nullable Extra shall) {
        SqlObject object = SqlObject.of(is).orElseThrow();
        ObjectName table = is.table();
        if (table != null) {
            // It goes with its table or view.
            if (is.kind() == Extra.Kind.PARTITION && stands(table)) {
                sides.changes().add(Phase.DROP_TABLE, new DropObject(object));
                StatedWarnings.dropped(is, PartitionDefinition.of(is), sides);
            } else if (stands(table) && !anew.contains(table)) {
                sides.changes().add(Phase.TAKE_OFF, new DropObject(object));
                if (is.kind() == Extra.Kind.ROW_SECURITY && shall == null) {
                    StatedWarnings.unsecured(table, sides);
                }
            }
        } else if (is.kind() == Extra.Kind.EXTENSION) {
            sides.changes().add(Phase.DROP_EXTENSION, new DropObject(object));
            StatedWarnings.dropped(is, sides);
        } else if (ObjectPlaces.isDefined(is) && is.kind() != Extra.Kind.FUNCTION) {
            sides.changes().add(places.dropping(is), new DropObject(object));
        } else if (comesAnew(is, sides.from(), sides.to())) {
            sides.changes().add(places.dropping(is), new DropObject(object));
            LostGrants.routine(
                    is,
                    shall == null ? successor(is) : shall,
                    "the arguments or the result of the function change",
                    sides);
        } else if (shall == null) {
            sides.changes().add(places.dropping(is), new DropObject(object));
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

    /**
     * Whether one that is under management and hangs on nothing has to go before it comes back, otherwise or because what it names does; what calls it or
     * is of it goes with it for a while.
     */
    static boolean comesAnew(Extra is, Schema from, Schema to) {
        if (is.table() != null
                || is.kind() == Extra.Kind.EXTENSION
                || SqlObject.of(is).isEmpty()) {
            return false;
        }
        Extra shall = find(is, to);
        if (shall == null) {
            return is.isManaged()
                    && (is.kind() == Extra.Kind.FUNCTION || is.kind() == Extra.Kind.OPERATOR)
                    && hasSuccessor(is, from, to);
        } else if (!is.isManaged() && !shall.isManaged()) {
            return false;
        }
        if (is.kind() == Extra.Kind.OPERATOR) {
            return OperatorLinks.of(is, from).stream().anyMatch(operator -> changes(operator, from, to));
        }
        return changes(is, from, to);
    }

    /** Whether it, or what it names, is not as it was. */
    private static boolean changes(Extra is, Schema from, Schema to) {
        Extra shall = find(is, to);
        return shall != null
                && (shall.isManaged() || is.isManaged())
                && ((!is.equals(shall) && !isReplaceable(is, shall))
                        || (shall.isManaged()
                                && ObjectPlaces.isDefined(is)
                                && ObjectPlaces.needs(is, from.extras()).stream()
                                        .filter(need -> need.kind() != is.kind() || !ObjectPlaces.isDefined(need))
                                        .anyMatch(need -> comesAnew(need, from, to))));
    }

    private static boolean hasSuccessor(Extra is, Schema from, Schema to) {
        return to.extras().stream()
                .anyMatch(other -> other.kind() == is.kind()
                        && bare(other.name()).equals(bare(is.name()))
                        && find(other, from) == null);
    }

    /** Whether one under management that hangs on nothing is not there before. */
    static boolean comes(Extra shall, Schema from) {
        return shall.isManaged()
                && shall.table() == null
                && shall.kind() != Extra.Kind.EXTENSION
                && find(shall, from) == null;
    }

    /** The name without the arguments. */
    static ObjectName bare(ObjectName function) {
        return function.sibling(function.name().replaceFirst("(?s)\\(.*", ""));
    }

    private boolean stands(ObjectName table) {
        return sides.to().tables().containsKey(table)
                || sides.to().views().containsKey(table)
                || sides.to().extras().stream()
                        .anyMatch(extra -> extra.kind() == Extra.Kind.PARTITION
                                && extra.name().equals(table));
    }

    /** Whether {@code CREATE OR REPLACE} does: name, arguments and result stay as they are. */
    private static boolean isReplaceable(Extra is, Extra shall) {
        return is.kind() == Extra.Kind.FUNCTION
                && !ObjectPlaces.isDefined(is)
                && !ObjectPlaces.isDefined(shall)
                && BODY.matcher(is.definition())
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
        } else if (shall.kind() == Extra.Kind.PARTITION) {
            StatedWarnings.beside(shall, sides);
        }
        boolean replaces = shall.table() == null && is != null && isReplaceable(is, shall);
        Phase phase = shall.kind() == Extra.Kind.PARTITION
                ? Phase.CREATE_OBJECT
                : shall.table() != null ? Phase.PUT_BACK : places.creating(shall);
        String sql = replaces ? ObjectStatement.replacing(statements.get(0)) : ObjectStatement.fresh(statements.get(0));
        sides.changes().add(phase, new CreateObject(object, sql));
        statements.stream().skip(1).forEach(more -> sides.changes().add(phase, new Execute(more)));
        if (!replaces && shall.table() == null) {
            Optional<String> comment = Attached.comment(shall, sides.from().extras());
            comment.ifPresent(sql2 -> sides.changes().add(Phase.PUT_BACK, new Execute(sql2)));
        }
    }
}
