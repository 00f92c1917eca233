package dev.retort.model;

import dev.retort.schema.Extra;
import dev.retort.schema.ObjectStatement;
import dev.retort.schema.SqlObject;
import dev.retort.schema.SqlObject.Kind;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Maps {@code COMMENT ON} what the model states by SQL of its own, such as a function or a trigger. */
final class ObjectComments {

    private static final Pattern COMMENT = Pattern.compile("(?is)comment\\s+on\\s+"
            + "(function|procedure|routine|aggregate|operator|type|collation|cast|extension|trigger|policy|rule|statistics"
            + "|text\\s+search\\s+(?:dictionary|configuration))"
            + "\\b\\s*(.+?)\\s+is\\s+'((?:[^']|'')+)'[;\\s]*");

    private static final Set<Kind> ROUTINES = EnumSet.of(Kind.FUNCTION, Kind.PROCEDURE, Kind.AGGREGATE);

    private final List<Extra> stated;

    /** For what the model states. */
    ObjectComments(List<Extra> stated) {
        this.stated = stated;
    }

    /** The comment, by the name under which the object is stated; empty where it is not. */
    Optional<Extra> read(String statement) {
        Matcher match = COMMENT.matcher(statement.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        String kind = match.group(1).toUpperCase(Locale.ROOT).replaceAll("\\s+", "_");
        Set<Kind> kinds = kind.equals("ROUTINE") ? ROUTINES : EnumSet.of(Kind.valueOf(kind));
        List<Extra> found = stated.stream()
                .filter(extra -> SqlObject.of(extra)
                        .filter(object -> kinds.contains(object.kind()) && isMeant(object, match.group(2)))
                        .isPresent())
                .toList();
        return found.size() != 1
                ? Optional.empty()
                : found.stream().findFirst().map(extra -> comment(extra, match.group(3), statement));
    }

    private static Extra comment(Extra extra, String text, String statement) {
        return new Extra(
                        Extra.Kind.valueOf(extra.kind().name() + "_COMMENT"),
                        extra.name(),
                        extra.table(),
                        text.replace("''", "'"))
                .withStated(statement);
    }

    private static boolean isMeant(SqlObject object, String spelled) {
        SqlTokens tokens = new SqlTokens(spelled);
        return switch (object.kind()) {
            case CAST -> made("create cast " + spelled + " with inout", object);
            case OPERATOR -> operator(object, spelled);
            case TRIGGER, POLICY, RULE -> {
                String name = SqlNames.unquote(tokens.take());
                yield name.equals(object.name().name())
                        && tokens.accept("ON")
                        && AuxiliaryMapper.name(tokens).equals(object.table())
                        && tokens.atEnd();
            }
            case EXTENSION ->
                SqlNames.unquote(tokens.take()).equals(object.name().name()) && tokens.atEnd();
            case FUNCTION, PROCEDURE, AGGREGATE ->
                AuxiliaryMapper.name(tokens).equals(object.bareName())
                        && (tokens.atEnd() || isOver(object.argumentTypes(), tokens.rest()));
            default -> AuxiliaryMapper.name(tokens).equals(object.name()) && tokens.atEnd();
        };
    }

    private static boolean operator(SqlObject object, String spelled) {
        int open = spelled.indexOf('(');
        List<String> operands = open < 0 ? List.of() : parts(spelled.substring(open));
        if (operands.size() != 2) {
            return false;
        }
        String left = operands.get(0).equalsIgnoreCase("none") ? "" : "leftarg = " + operands.get(0) + ", ";
        return made(
                "create operator " + spelled.substring(0, open) + "(" + left + "rightarg = " + operands.get(1) + ")",
                object);
    }

    private static boolean made(String statement, SqlObject object) {
        return ObjectStatement.parse(statement)
                .filter(made -> made.object().isSame(object))
                .isPresent();
    }

    /** Whether the arguments of a comment are those that are stated, which may have names, modes and defaults besides. */
    private static boolean isOver(String stated, String spelled) {
        List<String> shall = parts(stated).stream()
                .filter(argument -> !argument.matches("(?is)out\\s.*"))
                .toList();
        List<String> said = parts(spelled).stream()
                .filter(argument -> !argument.matches("(?is)out\\s.*"))
                .toList();
        return shall.size() == said.size()
                && IntStream.range(0, shall.size()).allMatch(at -> types(shall.get(at))
                        .anyMatch(type -> types(said.get(at)).anyMatch(type::equals)));
    }

    /** What an argument's type may be: all of it, or what stands behind its mode and name. */
    private static Stream<String> types(String argument) {
        String bare = argument.replaceFirst("(?is)(?:\\s+default\\b|=).*", "").strip();
        List<String> types = new ArrayList<>();
        for (String rest = bare;
                !rest.isEmpty();
                rest = rest.replaceFirst("(?s)^(?:\"(?:[^\"]|\"\")*\"|\\S+)\\s*", "")) {
            types.add(type(rest));
        }
        return types.stream();
    }

    private static String type(String spelled) {
        try {
            SqlType type = SqlType.parse(spelled);
            // The server knows a function by types without lengths.
            return new SqlType(type.userType(), type.base(), "", type.array()).display();
        } catch (IllegalArgumentException e) {
            return spelled.toLowerCase(Locale.ROOT);
        }
    }

    /** What stands between the commas of a list in parentheses; a star stands for nothing. */
    private static List<String> parts(String list) {
        String inner = list.strip().replaceFirst("(?s)^\\((.*)\\)$", "$1");
        return SqlTokens.list(inner).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !part.equals("*"))
                .toList();
    }
}
