package dev.retort.diff;

import dev.retort.operation.CreateComposite;
import dev.retort.operation.CreateDomain;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceEnum;
import dev.retort.operation.Warning;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was granted on something that is dropped and created again: no operation grants, so it is told with the statements to write. */
final class LostGrants {

    private static final String RULE = "grants-lost";

    private static final String FUNCTIONS = "function-rebuild";

    /** What the catalog's reader says where only the owner may. */
    private static final String NOBODY = "nobody";

    private static final Pattern GRANT =
            Pattern.compile("([A-Z]+) TO (\"(?:[^\"]|\"\")*\"|[^ ,]+)( WITH GRANT OPTION)?");

    private LostGrants() {}

    /**
     * A function that goes and comes again.
     *
     * @param shall the function as it comes, perhaps with other arguments
     * @param why the beginning of the sentence
     */
    static void routine(Extra is, Extra shall, String why, Sides sides) {
        sides.from().extras().stream()
                .filter(e -> e.kind() == Extra.Kind.GRANT
                        && e.table() == null
                        && e.name().equals(is.name()))
                .findFirst()
                .ifPresent(grant -> sides.changes()
                        .warn(
                                FUNCTIONS,
                                Warning.Level.WARNING,
                                is.name().qualified(),
                                why + ": it is dropped and created again" + opened(grant, ", everybody may call it")
                                        + lost(grant.definition()),
                                "Grant it again behind the function: "
                                        + again(
                                                Attached.dropRoutine(shall).substring("DROP ".length()),
                                                grant.definition())));
    }

    private static String opened(Extra grant, String words) {
        return isOpen(grant.definition()) ? "" : words;
    }

    private static boolean isOpen(String definition) {
        return definition.contains(" TO PUBLIC");
    }

    private static String lost(String definition) {
        return definition.equals(NOBODY) ? "" : ", and what was granted on it is lost: " + definition;
    }

    /** The statements for what everybody may use unless it is said otherwise. */
    private static String again(String on, String definition) {
        return Stream.of(
                        isOpen(definition) ? "" : "`REVOKE ALL ON " + on + " FROM PUBLIC`",
                        statements(on, "", definition))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** What is granted on a view, and on its columns, in words and as statements; empty where nothing is. */
    static Optional<String[]> ofView(ObjectName view, Sides sides) {
        List<String> words = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        for (Extra grant : sides.from().extras()) {
            if (grant.kind() == Extra.Kind.GRANT && view.equals(grant.table())) {
                words.add(grant.definition());
                statements.add(statements(SqlText.name(view), "", grant.definition()));
            } else if (grant.kind() == Extra.Kind.COLUMN_GRANT && view.equals(grant.table())) {
                String column = " (" + ReservedWords.quote(grant.name().name()) + ")";
                words.add(GRANT.matcher(grant.definition())
                        .replaceAll(g -> Matcher.quoteReplacement(g.group(1)
                                + column
                                + g.group().substring(g.group(1).length()))));
                statements.add(statements(SqlText.name(view), column, grant.definition()));
            }
        }
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new String[] {String.join(", ", words), String.join(", ", statements)});
    }

    /** The statements, out of {@code SELECT TO reader, INSERT TO PUBLIC}. */
    private static String statements(String on, String column, String definition) {
        return GRANT.matcher(definition)
                .results()
                .map(g -> "`GRANT " + g.group(1) + column + " ON " + on + " TO " + g.group(2)
                        + (g.group(3) == null ? "" : g.group(3)) + "`")
                .collect(Collectors.joining(", "));
    }

    /** The types and sequences that the operations so far make under a name that the database has. */
    static void diff(Sides sides) {
        List<Extra> grants = sides.from().extras().stream()
                .filter(e -> e.kind() == Extra.Kind.TYPE_GRANT
                        || (e.kind() == Extra.Kind.GRANT
                                && sides.from().sequences().containsKey(e.name())))
                .toList();
        if (grants.isEmpty()) {
            return;
        }
        List<ObjectName> made = sides.changes().difference().operations().stream()
                .flatMap(o -> made(o).stream())
                .toList();
        for (Extra grant : grants) {
            if (!made.contains(grant.name())) {
                continue;
            }
            boolean type = grant.kind() == Extra.Kind.TYPE_GRANT;
            String on = (type ? "TYPE " : "SEQUENCE ") + SqlText.name(grant.name());
            sides.changes()
                    .warn(
                            RULE,
                            Warning.Level.WARNING,
                            grant.name().qualified(),
                            "the " + (type ? "type " : "sequence ")
                                    + grant.name().display() + " is made anew"
                                    + (type ? opened(grant, ", everybody may use it") : "") + lost(grant.definition()),
                            "Grant it again at the end of the revision: "
                                    + (type ? again(on, grant.definition()) : statements(on, "", grant.definition())));
        }
    }

    private static Optional<ObjectName> made(Operation operation) {
        if (operation instanceof ReplaceEnum replace) {
            return Optional.of(replace.type().name());
        } else if (operation instanceof CreateEnum create) {
            return Optional.of(create.type().name());
        } else if (operation instanceof CreateComposite create) {
            return Optional.of(create.type().name());
        } else if (operation instanceof CreateDomain create) {
            return Optional.of(create.domain().name());
        }
        return operation instanceof CreateSequence create ? Optional.of(create.sequence()) : Optional.empty();
    }
}
