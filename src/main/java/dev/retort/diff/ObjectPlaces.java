package dev.retort.diff;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where objects that stand by themselves come and go: behind what they need and before what needs them. What a function calls is its own affair, as its
 * text is mostly not looked at; an aggregate, operator, cast or range type holds on to what it names.
 */
final class ObjectPlaces {

    /** A body that is text, which the server does not look into but in SQL. */
    private static final Pattern TEXT = Pattern.compile("(?s)(\\$\\w*\\$).*\\1");

    private static final Pattern QUOTE = Pattern.compile("\\$\\w*\\$");

    private static final Pattern IN_SQL = Pattern.compile("(?i)\\blanguage\\s+'?sql\\b");

    private static final Pattern AGGREGATE = Pattern.compile("(?i)create\\s+(?:or\\s+replace\\s+)?aggregate\\b");

    private final Sides sides;
    private final Set<ObjectName> anew;
    private final Map<Extra, Phase> dropped = new HashMap<>();
    private final Map<Extra, Phase> created = new HashMap<>();

    /**
     * Places for a difference.
     *
     * @param anew the views that are dropped, to be created again or not
     */
    ObjectPlaces(Sides sides, Set<ObjectName> anew) {
        this.sides = sides;
        this.anew = anew;
    }

    /** Whether it is defined by the names of others, and so can neither be replaced in place nor stand without them. */
    static boolean isDefined(Extra extra) {
        return switch (extra.kind()) {
            case OPERATOR, TYPE, COLLATION, CAST, TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION -> true;
            case FUNCTION -> AGGREGATE.matcher(extra.definition()).lookingAt();
            default -> false;
        };
    }

    /** Each behind those that it needs, everything else as it is. */
    static List<Extra> inOrder(Collection<Extra> extras) {
        SortedMap<Extra, Set<Extra>> needs = new TreeMap<>();
        for (Extra extra : extras) {
            boolean orders = extra.isManaged() && (extra.kind() == Extra.Kind.FUNCTION || isDefined(extra));
            needs.put(extra, orders ? needs(extra, extras) : Set.of());
        }
        return new ArrayList<>(DependencyOrder.of(needs).order());
    }

    /** Those of the extras that one names. */
    static Set<Extra> needs(Extra extra, Collection<Extra> all) {
        String text = QUOTE.matcher(extra.definition()).replaceAll(" ");
        if (extra.kind() == Extra.Kind.COLLATION || extra.kind() == Extra.Kind.TEXT_SEARCH_DICTIONARY) {
            return Set.of();
        }
        Set<String> words = Identifiers.in(text);
        Set<String> symbols = extra.kind() == Extra.Kind.FUNCTION ? Identifiers.symbols(text) : Set.of();
        return all.stream()
                .filter(other -> !other.equals(extra) && other.table() == null && canNeed(extra, other))
                .filter(other -> {
                    String name = ObjectDiffer.bare(other.name()).name();
                    return other.kind() == Extra.Kind.OPERATOR ? symbols.contains(name) : words.contains(name);
                })
                .collect(Collectors.toSet());
    }

    private static boolean canNeed(Extra extra, Extra other) {
        boolean function = extra.kind() == Extra.Kind.FUNCTION;
        return switch (other.kind()) {
            case FUNCTION ->
                function
                        || (!isDefined(other)
                                && (extra.kind() == Extra.Kind.OPERATOR
                                        || extra.kind() == Extra.Kind.CAST
                                        || extra.kind() == Extra.Kind.TYPE));
            case OPERATOR -> function && other.isManaged();
            case TYPE -> other.isManaged();
            case COLLATION -> extra.kind() == Extra.Kind.TYPE && other.isManaged();
            case TEXT_SEARCH_DICTIONARY -> extra.kind() == Extra.Kind.TEXT_SEARCH_CONFIGURATION && other.isManaged();
            default -> false;
        };
    }

    /** When it is dropped: before all that it needs and that goes as well. */
    Phase dropping(Extra is) {
        Phase known = dropped.get(is);
        if (known != null) {
            return known;
        }
        boolean again = ObjectDiffer.comesAnew(is, sides.from(), sides.to());
        Phase phase = again ? again(is) : gone(is);
        // Two that name each other are no cycle to the server.
        dropped.put(is, phase);
        for (Extra need : needs(is, sides.from().extras())) {
            if ((isDefined(is) || isDefined(need)) && goes(need)) {
                phase = earlier(phase, dropping(need));
            }
        }
        dropped.put(is, phase);
        return phase;
    }

    private boolean goes(Extra is) {
        return ObjectDiffer.comesAnew(is, sides.from(), sides.to())
                || (is.isManaged() && ObjectDiffer.find(is, sides.to()) == null);
    }

    private static Phase again(Extra is) {
        return switch (is.kind()) {
            case CAST -> Phase.DROP_CAST;
            case FUNCTION, OPERATOR -> Phase.DROP_FUNCTION;
            default -> Phase.DROP_TYPE_FIRST;
        };
    }

    /** As late as what it speaks of allows, since others may call it or be of it. */
    private Phase gone(Extra is) {
        Schema from = sides.from();
        Schema to = sides.to();
        Set<String> words = Identifiers.in(is.definition());
        boolean type = isAmong(words, from.enums().keySet(), to.enums().keySet())
                || isAmong(words, from.composites().keySet(), to.composites().keySet())
                || isAmong(words, from.domains().keySet(), to.domains().keySet());
        if (is.kind() != Extra.Kind.FUNCTION && is.kind() != Extra.Kind.OPERATOR) {
            return type || is.kind() == Extra.Kind.CAST ? Phase.DROP_OBJECT : Phase.DROP_OBJECT_LAST;
        } else if (from.views().keySet().stream()
                .anyMatch(view -> words.contains(view.name())
                        && (anew.contains(view) || !to.views().containsKey(view)))) {
            return Phase.TAKE_OFF;
        } else if (is.uses().stream().anyMatch(this::goes)
                || isAmong(words, from.tables().keySet(), to.tables().keySet())) {
            return Phase.DROP_FUNCTION_FIRST;
        }
        return type ? Phase.DROP_OBJECT : Phase.DROP_OBJECT_LAST;
    }

    /** Whether one of those that go is named. */
    private static boolean isAmong(Set<String> words, Set<ObjectName> from, Set<ObjectName> to) {
        return from.stream().anyMatch(name -> words.contains(name.name()) && !to.contains(name));
    }

    private boolean goes(ColumnRef column) {
        Table is = sides.from().tables().get(column.table());
        Table shall = sides.to().tables().get(column.table());
        return is != null
                && (shall == null
                        || (is.column(column.column()).isPresent()
                                && shall.column(column.column()).isEmpty()));
    }

    /** When it is created: behind all that it needs and that is created as well. */
    Phase creating(Extra shall) {
        Phase known = created.get(shall);
        if (known != null) {
            return known;
        }
        Phase phase =
                switch (shall.kind()) {
                    case COLLATION, TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION -> Phase.CREATE_BASE;
                    case TYPE -> isOverTypes(shall) ? Phase.CREATE_FUNCTION : Phase.CREATE_BASE;
                    case CAST -> Phase.CREATE_CAST;
                    default -> phase(shall, sides);
                };
        created.put(shall, phase);
        for (Extra need : needs(shall, sides.to().extras())) {
            if (comes(need) && (isDefined(shall) || (isDefined(need) && isLookedInto(shall, need)))) {
                phase = later(phase, creating(need));
            }
        }
        created.put(shall, phase);
        return phase;
    }

    private boolean comes(Extra shall) {
        Extra is = ObjectDiffer.find(shall, sides.from());
        return shall.isManaged() && (is == null || ObjectDiffer.comesAnew(is, sides.from(), sides.to()));
    }

    private boolean isOverTypes(Extra range) {
        Set<String> words = Identifiers.in(range.definition());
        Schema to = sides.to();
        return Stream.of(
                        to.enums().keySet(),
                        to.composites().keySet(),
                        to.domains().keySet())
                .anyMatch(types -> names(types).stream().anyMatch(words::contains));
    }

    private static boolean isLookedInto(Extra function, Extra need) {
        return need.kind() == Extra.Kind.TYPE
                || IN_SQL.matcher(TEXT.matcher(function.definition()).replaceAll(" "))
                        .find();
    }

    private static Phase earlier(Phase one, Phase other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Phase later(Phase one, Phase other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** Whether a function can have its body again as soon as those functions that it calls and that come anew are there. */
    static boolean isEarly(Extra function, Sides sides) {
        if (!Attached.isParsed(function)) {
            return false;
        }
        Set<String> words = Identifiers.in(function.definition());
        return sides.to().extras().stream()
                .filter(e -> e.kind() == Extra.Kind.FUNCTION && e.isManaged())
                .filter(e -> words.contains(ObjectDiffer.bare(e.name()).name()))
                .allMatch(e -> phase(e, sides) == Phase.CREATE_FUNCTION);
    }

    /** As early as what it speaks of allows: the server looks at the types of every function, and into a body in SQL. */
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
