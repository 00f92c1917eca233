package dev.retort.command.compare;

import dev.retort.operation.AddColumn;
import dev.retort.operation.CreateComposite;
import dev.retort.operation.CreateDomain;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.operation.RenameType;
import dev.retort.operation.Warning;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server could not spell, and so nobody could compare; not that of a view that reads what the revision makes, as it is another view for sure. */
final class NotCompared {

    private static final Pattern MISSING = Pattern.compile(
            "(?s)the query of view (.+) could not be compared: (?:column|relation|type) (\\S+) does not exist");

    private static final Pattern COLUMN =
            Pattern.compile("(?s).* could not be compared: column (?:[^\\s\"]+\\.)?\"?([^\\s\"]+)\"? does not exist");

    private static final String CURE =
            "Compare it by hand with `\\d+` in psql, or leave such objects out with `exclude-kinds` in retort.toml";

    private NotCompared() {}

    /**
     * The warnings.
     *
     * @param sentences what was not compared, with the server's reason
     * @param up the operations of the revision
     */
    static List<Warning> among(List<String> sentences, List<Operation> up) {
        return sentences.stream()
                .filter(sentence -> !isOfWhatComes(sentence, up))
                .map(sentence ->
                        new Warning("not-compared", Warning.Level.WARNING, List.of(), sentence, cure(sentence, up)))
                .toList();
    }

    /** The entities' own SQL does not follow a rename, as where a naming strategy spells all columns anew. */
    private static String cure(String sentence, List<Operation> up) {
        Matcher missing = COLUMN.matcher(sentence);
        return missing.lookingAt()
                ? up.stream()
                        .filter(o -> o instanceof RenameColumn rename
                                && rename.from().equals(missing.group(1)))
                        .map(o -> "Write `" + ((RenameColumn) o).to() + "` there, as the column is called now")
                        .findFirst()
                        .orElse(CURE)
                : CURE;
    }

    private static boolean isOfWhatComes(String sentence, List<Operation> up) {
        Matcher missing = MISSING.matcher(sentence);
        if (!missing.lookingAt()) {
            return false;
        }
        String view = missing.group(1);
        String name = missing.group(2).replace("\"", "").replaceFirst(".*\\.", "");
        return up.stream()
                        .anyMatch(o -> o instanceof CreateView create
                                && create.view().name().display().equals(view))
                && up.stream().anyMatch(o -> name.equals(made(o)));
    }

    /** The name of what an operation makes that a view can read; empty for anything else. */
    private static String made(Operation operation) {
        if (operation instanceof AddColumn add) {
            return add.column().name();
        } else if (operation instanceof RenameColumn rename) {
            return rename.to();
        } else if (operation instanceof CreateTable create) {
            return create.table().name().name();
        } else if (operation instanceof RenameTable rename) {
            return rename.to().name();
        } else if (operation instanceof CreateView create) {
            return create.view().name().name();
        } else if (operation instanceof CreateEnum create) {
            return create.type().name().name();
        } else if (operation instanceof CreateComposite create) {
            return create.type().name().name();
        } else if (operation instanceof CreateDomain create) {
            return create.domain().name().name();
        }
        return operation instanceof RenameType rename ? rename.to().name() : "";
    }
}
