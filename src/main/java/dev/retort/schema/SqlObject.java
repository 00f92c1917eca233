package dev.retort.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What names an object that only SQL of its own can make: a function, a trigger.
 *
 * @param name the name; a function's or operator's with the types of its arguments, as in {@code touch(integer, text)}, which is a part of what it is
 *     called by
 * @param table the table or view that it hangs on; null for none
 */
public record SqlObject(
        Kind kind, ObjectName name, @Nullable ObjectName table) implements Comparable<SqlObject> {

    /** The kinds, in the words of {@code DROP}. */
    public enum Kind {
        FUNCTION(Extra.Kind.FUNCTION),
        PROCEDURE(Extra.Kind.FUNCTION),
        AGGREGATE(Extra.Kind.FUNCTION),
        OPERATOR(Extra.Kind.OPERATOR),
        /** A range type. */
        TYPE(Extra.Kind.TYPE),
        COLLATION(Extra.Kind.COLLATION),
        /** One that has more to it than the text of its values; the name is {@code source as target}. */
        CAST(Extra.Kind.CAST),
        TEXT_SEARCH_DICTIONARY(Extra.Kind.TEXT_SEARCH_DICTIONARY),
        TEXT_SEARCH_CONFIGURATION(Extra.Kind.TEXT_SEARCH_CONFIGURATION),
        TRIGGER(Extra.Kind.TRIGGER),
        POLICY(Extra.Kind.POLICY),
        RULE(Extra.Kind.RULE),
        STATISTICS(Extra.Kind.STATISTICS),
        EXTENSION(Extra.Kind.EXTENSION),
        /** A partition; the table is that which it is a part of, or the root above that. */
        PARTITION(Extra.Kind.PARTITION),
        ROW_SECURITY(Extra.Kind.ROW_SECURITY);

        private final Extra.Kind extra;

        Kind(Extra.Kind extra) {
            this.extra = extra;
        }

        /** The kind in words. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** What it is to the catalog's reader. */
        public Extra.Kind extra() {
            return extra;
        }

        /** Whether the types that it takes are a part of its name. */
        public boolean hasArguments() {
            return extra == Extra.Kind.FUNCTION || extra == Extra.Kind.OPERATOR;
        }

        /** Whether it hangs on a table and has a namespace of its own. */
        public boolean hasNamespace() {
            return this == STATISTICS || this == PARTITION;
        }

        /** Whether a table, view or nothing at all is a part of its name. */
        private boolean hangs() {
            return switch (this) {
                case TRIGGER, POLICY, RULE, STATISTICS, PARTITION, ROW_SECURITY -> true;
                default -> false;
            };
        }
    }

    private static final Pattern ROUTINE =
            Pattern.compile("(?is)create\\s+(?:or\\s+replace\\s+)?(function|procedure|aggregate)\\b.*");

    private static final Pattern RANGE = Pattern.compile("(?is)create\\s+type\\b.*");

    private static final Pattern CAST = Pattern.compile("(?is)\\s*cast\\s*\\((.*?)\\s+as\\s+(.*)\\)\\s*");

    /** All that an operator's name can have in it. */
    private static final Pattern SYMBOL = Pattern.compile("[-+*/<>=~!@#%^&|`?]+");

    private static final String PART = "(?:\"(?:[^\"]|\"\")+\"|[^\\s\".()]+)";

    private static final String NAME = PART + "(?:\\." + PART + ")?";

    private static final Pattern SPELLING = Pattern.compile(
            "(?is)\\s*(" + Arrays.stream(Kind.values()).map(Kind::words).collect(Collectors.joining("|")) + ")\\s+("
                    + NAME + ")\\s*(\\(.*\\))?(?:\\s+on\\s+(" + NAME + "))?\\s*");

    /** Row level security has no name but its table's. */
    private static final Pattern OF_TABLE = Pattern.compile("(?is)\\s*row\\s+security\\s+on\\s+(" + NAME + ")\\s*");

    private static final Pattern PLAIN = Pattern.compile("[^\\s\".()]+");

    /** The object that something of the catalog is; empty where SQL of a revision does not make it by itself. */
    public static Optional<SqlObject> of(Extra extra) {
        if (extra.kind() == Extra.Kind.FUNCTION) {
            Matcher routine = ROUTINE.matcher(extra.definition());
            Kind kind = routine.matches() ? Kind.valueOf(routine.group(1).toUpperCase(Locale.ROOT)) : Kind.FUNCTION;
            return Optional.of(new SqlObject(kind, extra.name(), null));
        } else if (extra.kind() == Extra.Kind.TYPE
                && !RANGE.matcher(extra.definition()).matches()) {
            return Optional.empty();
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.extra == extra.kind())
                .findFirst()
                .map(kind -> new SqlObject(
                        kind,
                        kind == Kind.EXTENSION || kind == Kind.CAST
                                ? ObjectName.of(extra.name().name())
                                : extra.name(),
                        extra.table()));
    }

    /** What a comment of the catalog is on, as far as the comment says it: a procedure is a function. */
    public static Optional<SqlObject> commented(Extra comment) {
        return comment.kind().isComment()
                ? of(new Extra(
                        comment.kind().commented(),
                        comment.name(),
                        comment.table(),
                        comment.kind() == Extra.Kind.TYPE_COMMENT ? "CREATE TYPE" : ""))
                : Optional.empty();
    }

    /**
     * Reads what {@link #display} gives, as {@code trigger touched on customer} or {@code function audit.touch(integer)}; names are verbatim, and one
     * with a space, a dot, a parenthesis or a double quote in it stands in double quotes.
     *
     * @throws IllegalArgumentException if the text is not of that grammar
     */
    public static SqlObject parse(String text) {
        Matcher ofTable = OF_TABLE.matcher(text);
        if (ofTable.matches()) {
            ObjectName table = ObjectName.parse(ofTable.group(1));
            return new SqlObject(Kind.ROW_SECURITY, table, table);
        }
        Matcher cast = CAST.matcher(text);
        if (cast.matches()) {
            return new SqlObject(
                    Kind.CAST,
                    ObjectName.of(cast.group(1).strip() + " as " + cast.group(2).strip()),
                    null);
        }
        Matcher spelling = SPELLING.matcher(text);
        if (!spelling.matches()) {
            throw new IllegalArgumentException(
                    '"' + text + "\" is not of the form \"function name(types)\" or \"trigger name on table\"");
        }
        Kind kind = Kind.valueOf(spelling.group(1).toUpperCase(Locale.ROOT).replace(' ', '_'));
        ObjectName name = ObjectName.parse(spelling.group(2));
        String arguments = spelling.group(3);
        String on = spelling.group(4);
        if (kind.hasArguments()) {
            if (kind == Kind.OPERATOR && !SYMBOL.matcher(name.name()).matches()) {
                throw new IllegalArgumentException('"' + name.name() + "\" is no operator");
            } else if (arguments == null || on != null) {
                throw new IllegalArgumentException('"' + text + "\" is not of the form \"" + kind.words()
                        + " name(types)\"; without arguments it is " + name.display() + "()");
            }
            return new SqlObject(kind, name.sibling(name.name() + arguments), null);
        } else if (!kind.hangs()) {
            if (arguments != null || on != null) {
                throw new IllegalArgumentException('"' + text + "\" is not of the form \"" + kind.words() + " name\"");
            }
            return new SqlObject(kind, name, null);
        } else if (on == null || arguments != null) {
            throw new IllegalArgumentException(
                    '"' + text + "\" is not of the form \"" + kind.words() + " name on table\"");
        }
        ObjectName table = ObjectName.parse(on);
        return new SqlObject(kind, kind.hasNamespace() ? name : table.sibling(name.name()), table);
    }

    /** Whether the other one is the same object of the catalog. */
    public boolean isSame(SqlObject other) {
        return kind.extra == other.kind.extra
                && name.equals(other.name)
                && (kind == Kind.PARTITION || Objects.equals(table, other.table));
    }

    /** The name without the arguments that follow a function's. */
    public ObjectName bareName() {
        return name.sibling(name.name().substring(0, arguments()));
    }

    /** The arguments of a function in their parentheses; empty for anything else. */
    public String argumentTypes() {
        return name.name().substring(arguments());
    }

    private int arguments() {
        int at = kind.hasArguments() ? name.name().indexOf('(') : -1;
        return at < 0 ? name.name().length() : at;
    }

    /** The spelling of the revision API, which {@link #parse} reads back. */
    public String display() {
        if (kind == Kind.ROW_SECURITY && table != null) {
            return kind.words() + " on " + spelled(table);
        }
        if (kind == Kind.CAST) {
            return "cast (" + name.name() + ")";
        }
        ObjectName bare = bareName();
        boolean full = !kind.hangs() && kind != Kind.EXTENSION || kind.hasNamespace();
        String called = full ? spelled(bare) : part(bare.name());
        return kind.words() + " " + called + argumentTypes() + (table == null ? "" : " on " + spelled(table));
    }

    /** The spelling with the namespace and the table, as {@code public.customer.touched}. */
    public String qualified() {
        if (kind == Kind.CAST) {
            return name.name();
        } else if (kind == Kind.ROW_SECURITY || kind == Kind.EXTENSION) {
            return kind == Kind.EXTENSION ? part(name.name()) : name.qualified();
        }
        ObjectName bare = bareName();
        return table == null || kind.hasNamespace()
                ? bare.qualified() + argumentTypes()
                : table.qualified() + "."
                        + new ObjectName("", bare.name()).qualified().replaceFirst("^\"\"\\.", "");
    }

    private static String spelled(ObjectName name) {
        return name.namespace().equals(ObjectName.DEFAULT_NAMESPACE)
                ? part(name.name())
                : part(name.namespace()) + "." + part(name.name());
    }

    private static String part(String part) {
        return PLAIN.matcher(part).matches() ? part : '"' + part.replace("\"", "\"\"") + '"';
    }

    @Override
    public int compareTo(SqlObject other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : display().compareTo(other.display());
    }

    @Override
    public String toString() {
        return display();
    }
}
