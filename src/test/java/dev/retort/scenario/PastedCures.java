package dev.retort.scenario;

import dev.retort.codegen.Compiled;
import dev.retort.codegen.RevisionSource;
import dev.retort.migration.Direction;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What warnings say to type: the questions are asked, the calls are compiled as they stand, and the SQL of them is run. */
final class PastedCures {

    private static final Pattern QUESTION = Pattern.compile("`((?:SELECT|WITH) [^`]+)`");
    private static final Pattern CALL = Pattern.compile("(?:^|`)(op\\.[^`]+)(?:`|$)");

    /** What goes on behind the cure: {@code .using("…")} and the like. */
    private static final Pattern OPEN = Pattern.compile("…|^op\\.alter\\w+\\(\"[^\"]+\"(?:, \"[^\"]+\")?\\)$");

    private final Set<String> calls = new LinkedHashSet<>();

    /** Asks what the cures ask of the rows that are there. */
    static void ask(List<Warning> warnings, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Warning warning : warnings) {
                Matcher question = QUESTION.matcher(warning.cure());
                while (question.find()) {
                    try {
                        statement.execute(question.group(1));
                    } catch (SQLException e) {
                        throw new SQLException(e.getMessage() + "\n  in the cure: " + question.group(1), e);
                    }
                }
            }
        }
    }

    /** Takes the calls of cures. */
    void add(List<Warning> warnings) {
        for (Warning warning : warnings) {
            Matcher call = CALL.matcher(warning.cure());
            while (call.find()) {
                if (!OPEN.matcher(call.group(1)).find()) {
                    calls.add(call.group(1));
                }
            }
        }
    }

    /** Compiles all of them into one revision, which says as many operations, or batches. */
    List<Operation> compiled() {
        StringBuilder text = new StringBuilder("package pasted;\n"
                + "import dev.retort.migration.Migration;\n"
                + "import dev.retort.migration.Operations;\n"
                + "import dev.retort.migration.Revision;\n"
                + "@Revision(id = \"0001\", message = \"all\")\n"
                + "public class R0001_All implements Migration {\n"
                + "@Override public void upgrade(Operations op) {\n");
        calls.stream().filter(call -> !call.startsWith("op.inBatches")).forEach(call -> text.append(call)
                .append(";\n"));
        text.append("}\n@Override public void downgrade(Operations op) {}\n");
        text.append("void batches(Operations op) {\n");
        calls.stream().filter(call -> call.startsWith("op.inBatches")).forEach(call -> text.append(call)
                .append(";\n"));
        text.append("}\n}\n");
        return new ArrayList<>(RecordingOperations.of(
                Compiled.compile(List.of(new RevisionSource("pasted", "R0001_All", "R0001_All.java", text.toString())))
                        .get(0),
                Direction.UPGRADE));
    }

    /** How many calls there are but for batches, which cannot be recorded. */
    long many() {
        return calls.stream().filter(call -> !call.startsWith("op.inBatches")).count();
    }
}
