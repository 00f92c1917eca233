package dev.retort.command.compare;

import dev.retort.UsageException;
import dev.retort.command.config.Config;
import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells of filters that let nothing through: where none of it is looked at, "no differences" would be no answer. */
public final class IdleFilters {

    /** The rule of their warnings. */
    public static final String RULE = "filter-without-effect";

    private IdleFilters() {}

    /** A warning for each schema and each {@code include} that neither side has anything of. */
    static List<Warning> among(Config config, Schema model, Schema actual) {
        return among(
                config,
                model,
                actual,
                new Words(
                        "neither the entities nor the database have",
                        "; the entities name "
                                + namespaces(model).distinct().sorted().collect(Collectors.joining(", ")),
                        "the entities or the database"));
    }

    /** The same where neither side is the entities. */
    static List<Warning> between(Config config, Schema one, Schema other) {
        return among(config, one, other, new Words("neither side has", "", "either side"));
    }

    /**
     * How the two sides are spoken of.
     *
     * @param named the schemas that could be meant
     */
    private record Words(String neither, String named, String either) {}

    private static List<Warning> among(Config config, Schema model, Schema actual, Words words) {
        List<Warning> warnings = new ArrayList<>();
        Set<String> given = config.schemas();
        if (given != null) {
            Set<String> known =
                    Stream.concat(namespaces(model), namespaces(actual)).collect(Collectors.toSet());
            // The one that every database has may hold nothing that is looked at.
            if (!given.isEmpty() && !given.contains("public") && known.stream().noneMatch(given::contains)) {
                throw nothing(given, words);
            }
            for (String namespace : new TreeSet<>(given)) {
                if (!known.contains(namespace)) {
                    warnings.add(warning(
                            words.neither() + " a schema \"" + namespace + "\" of --schemas",
                            "correct --schemas, or the key schemas" + words.named()));
                }
            }
        }
        for (Pattern include : config.include()) {
            if (Stream.of(model, actual).noneMatch(side -> names(side).anyMatch(name -> matches(include, name)))) {
                warnings.add(warning(
                        "--include \"" + include + "\" matches no relation of " + words.either(),
                        "it is matched against the whole of schema.name, as in --include 'public\\.orders'"));
            }
        }
        return warnings;
    }

    /** A build would be green for ever. */
    private static UsageException nothing(Set<String> given, Words words) {
        String named = new TreeSet<>(given)
                .stream().map(namespace -> "\"" + namespace + "\"").collect(Collectors.joining(", "));
        return new UsageException(
                "There is nothing to compare in --schemas " + String.join(",", new TreeSet<>(given)),
                words.neither() + (given.size() == 1 ? " the schema " : " one of the schemas ") + named
                        + ", so that everything would be the same.",
                "Correct --schemas, or the key schemas" + words.named() + ".");
    }

    private static Warning warning(String message, String cure) {
        return new Warning(RULE, Warning.Level.WARNING, List.of(), message, cure);
    }

    private static Stream<String> namespaces(Schema schema) {
        return Stream.concat(schema.namespaces().stream(), names(schema).map(ObjectName::namespace));
    }

    private static Stream<ObjectName> names(Schema schema) {
        return Stream.of(schema.tables(), schema.sequences(), schema.views()).flatMap(map -> map.keySet().stream());
    }

    private static boolean matches(Pattern pattern, ObjectName name) {
        return pattern.matcher(name.namespace() + "." + name.name()).matches();
    }
}
