package dev.retort.random.model;

import dev.retort.diff.Answers;
import dev.retort.diff.Backfill;
import dev.retort.diff.Difference;
import dev.retort.diff.Questioner;
import dev.retort.diff.RequiredColumn;
import dev.retort.random.Dice;
import dev.retort.schema.Check;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.expression.AllowedValues;
import java.util.List;
import java.util.Optional;

/** A developer who answers what a difference asks: at times with yes, at times with nothing. */
final class Reply implements Questioner {

    private final Dice dice;

    Reply(Dice dice) {
        this.dice = dice;
    }

    @Override
    public int choose(String question, List<String> options) {
        return dice.chance(60) ? 0 : options.size() - 1;
    }

    @Override
    public String type(String question) {
        // What a column takes depends on its type; see fill.
        return "";
    }

    @Override
    public void refuse(String why) {
        throw new AssertionError(why);
    }

    @Override
    public void done(List<String> options) {}

    /** Answers with a value for each column that must have one. */
    static Answers fill(Difference difference, Schema wanted, Answers so) {
        Answers answers = so;
        for (RequiredColumn gap : difference.gaps(RequiredColumn.class)) {
            String option = gap.display() + "=" + value(gap, wanted.tables().get(gap.table()), wanted);
            Backfill backfill = Backfill.parse(option);
            if (!answers.backfills().contains(backfill)) {
                answers = answers.with(backfill);
            }
        }
        return answers;
    }

    private static String value(RequiredColumn gap, Table table, Schema wanted) {
        String column = gap.column().name();
        for (ForeignKey key : table.foreignKeys()) {
            if (key.columns().contains(column)) {
                String target = key.targetColumns().get(key.columns().indexOf(column));
                return "(SELECT " + ReservedWords.quote(target) + " FROM "
                        + ReservedWords.quote(key.target().namespace()) + "."
                        + ReservedWords.quote(key.target().name()) + " ORDER BY 1 LIMIT 1)";
            }
        }
        for (Check check : table.checks()) {
            Optional<AllowedValues> allowed =
                    AllowedValues.of(check.expression()).filter(v -> v.column().equals(column));
            if (allowed.isPresent()) {
                String value = allowed.get().values().get(0);
                return allowed.get().numbers() ? value : "'" + value + "'";
            }
        }
        String type = gap.column().type().display();
        if (gap.column().type().userType() != null
                && wanted.enums().containsKey(gap.column().type().userType())) {
            return "'"
                    + wanted.enums()
                            .get(gap.column().type().userType())
                            .labels()
                            .get(0) + "'";
        } else if (type.endsWith("[]")) {
            return "'{}'";
        } else if (type.startsWith("timestamp")) {
            return "'2020-01-01 00:00'";
        } else if (type.startsWith("time")) {
            return "'10:00'";
        }
        return switch (type.replaceAll("\\(.*", "")) {
            case "date" -> "'2020-01-01'";
            case "boolean" -> "false";
            case "uuid" -> "'00000000-0000-0000-0000-000000000009'";
            case "jsonb", "json" -> "'{}'";
            case "bytea" -> "'\\x01'";
            case "varchar", "character varying", "character", "char", "text" -> "'a'";
            default -> "1";
        };
    }
}
