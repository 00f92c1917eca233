package dev.retort.diff;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables that a function speaks of: those that the server knows of, and those that its text names, of which it knows nothing. */
final class SpokenTables {

    private static final Pattern BODY = Pattern.compile("(?s)\\nAS (?<tag>\\$\\w*\\$)(?<body>.*)\\k<tag>");

    private SpokenTables() {}

    /** Those of the given tables that the function speaks of, in order. */
    static List<ObjectName> of(Extra function, Collection<ObjectName> tables) {
        Set<ObjectName> read = new HashSet<>();
        function.uses().stream().map(ColumnRef::table).forEach(read::add);
        Matcher body = BODY.matcher(function.definition());
        Set<String> words = body.find() ? Identifiers.in(body.group("body")) : Set.of();
        return tables.stream()
                .filter(t -> read.contains(t) || words.contains(t.name()))
                .sorted()
                .toList();
    }
}
