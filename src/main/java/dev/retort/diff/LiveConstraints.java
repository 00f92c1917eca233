package dev.retort.diff;

import dev.retort.schema.Check;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checks and foreign keys that stand while operations run one after the other. */
final class LiveConstraints {

    private static final Pattern AND = Pattern.compile("(?i)\\s+AND\\s+");

    private final Schema start;
    private final Map<ObjectName, List<Constraint>> changed = new HashMap<>();

    LiveConstraints(Schema start) {
        this.start = start;
    }

    void add(ObjectName table, Constraint constraint) {
        of(table).add(constraint);
    }

    void drop(ObjectName table, String name) {
        of(table).removeIf(constraint -> name.equals(constraint.name()));
    }

    void validate(ObjectName table, String name) {
        of(table)
                .replaceAll(constraint -> constraint instanceof Check check && name.equals(check.name())
                        ? check.withValidated(true)
                        : constraint);
    }

    /** The foreign keys of a table. */
    Stream<ForeignKey> keys(ObjectName table) {
        return List.copyOf(of(table)).stream()
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast);
    }

    /** Whether a check says already that the column holds no null, alone or as one of several conditions: then nothing is scanned. */
    boolean proves(ObjectName table, String column) {
        String words = bare(ReservedWords.quote(column) + " IS NOT NULL");
        return of(table).stream()
                .anyMatch(constraint -> constraint instanceof Check check
                        && check.validated()
                        && !check.expression().sql().toUpperCase(Locale.ROOT).contains(" OR ")
                        && AND.splitAsStream(check.expression().sql())
                                .anyMatch(part -> bare(part).equals(words)));
    }

    private static String bare(String sql) {
        return sql.replaceAll("[()\\s]+", " ").strip();
    }

    private List<Constraint> of(ObjectName table) {
        return changed.computeIfAbsent(table, name -> {
            Table is = start.tables().get(name);
            return is == null ? new ArrayList<>() : new ArrayList<>(is.constraints());
        });
    }
}
