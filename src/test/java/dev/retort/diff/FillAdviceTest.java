package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the warning about a required column of a foreign key says to type. */
class FillAdviceTest {

    private static final ObjectName BOOKING = ObjectName.of("booking");

    private static TableBuilder table(ObjectName name, String... columns) {
        TableBuilder table = Table.builder(name)
                .primaryKey(PrimaryKey.of(null, List.of(columns[0].split(" ")[0])));
        for (String column : columns) {
            String[] words = column.split(" ");
            table.column(Column.of(words[0], SqlType.parse(words[1])).withNullable(words.length > 2));
        }
        return table;
    }

    private static Schema schema(Table... tables) {
        var builder = Schema.builder();
        List.of(tables).forEach(builder::table);
        return builder.build();
    }

    private static String cure(Table before, Table after, Table target, boolean exists) {
        Schema from = exists ? schema(before, target) : schema(before);
        return SchemaDiffer.diff(from, schema(after, target), Renames.NONE).warnings().stream()
                .filter(w -> w.rule().equals("required-column-without-default")
                        || w.rule().equals("data-dependent-not-null"))
                .findFirst()
                .orElseThrow()
                .cure();
    }

    private static Table booking(ForeignKey key) {
        return table(BOOKING, "id bigint", "room_code text")
                .foreignKeys(List.of(key))
                .build();
    }

    private static ForeignKey key(ObjectName target, String column) {
        return ForeignKey.of("booking_room", List.of("room_code"), target, List.of(column));
    }

    private final Table before = table(BOOKING, "id bigint").build();

    @Test
    void aKeyThatIsThereWhereverItRuns() {
        ObjectName room = new ObjectName("hotel", "Room");
        assertThat(cure(
                        before,
                        booking(key(room, "code")),
                        table(room, "code text").build(),
                        true))
                .contains("--backfill 'booking.room_code=(SELECT min(code) FROM hotel.\"Room\")'")
                .doesNotContain("ColumnDefault");
    }

    @Test
    void withoutMinimumOfTypesThatHaveNone() {
        ObjectName room = ObjectName.of("room");
        assertThat(cure(
                        before,
                        booking(key(room, "code")),
                        table(room, "code uuid").build(),
                        true))
                .contains("--backfill 'booking.room_code=(SELECT code FROM room ORDER BY 1 LIMIT 1)'");
    }

    @Test
    void theRowItselfWhereTheTableRefersToItself() {
        assertThat(cure(
                        before,
                        booking(key(BOOKING, "id")),
                        table(ObjectName.of("other"), "id bigint").build(),
                        true))
                .contains("--backfill 'booking.room_code=(id)'");
    }

    @Test
    void partsOfAKeyComeFromOneRow() {
        ObjectName room = ObjectName.of("room");
        ForeignKey key = ForeignKey.of("k", List.of("id", "room_code"), room, List.of("house", "code"));
        assertThat(cure(
                        before,
                        booking(key),
                        table(room, "house bigint", "code text").build(),
                        true))
                .contains("(SELECT code FROM room ORDER BY house, code LIMIT 1)");
    }

    @Test
    void nothingFillsItFromATableThatIsNew() {
        ObjectName room = ObjectName.of("room");
        assertThat(cure(
                        before,
                        booking(key(room, "code")),
                        table(room, "code text").build(),
                        false))
                .startsWith("No row is there to refer to, as room is new: put rows into it first")
                .doesNotContain("--backfill");
    }

    /** Of an entity with a new name: rows for the table would be written for nothing. */
    @Test
    void theNewTableMayBeTheOldOneUnderANewName() {
        ObjectName chamber = ObjectName.of("chamber");
        ObjectName room = ObjectName.of("room");
        Schema from =
                schema(before, table(chamber, "code text", "floor integer").build());
        Schema to = schema(
                booking(key(room, "code")),
                table(room, "code text", "floor integer").build());
        assertThat(cures(from, to))
                .singleElement()
                .asString()
                .startsWith(
                        "Where room is chamber under a new name, run again with `--rename chamber=room`. Where it is new, no row is there to refer to,");
    }

    /** One answer for a naming strategy, and not one for each column. */
    @Test
    void aStrategyThatSpellsAllAnewIsOneRename() {
        Schema from = schema(table(BOOKING, "id bigint", "roomcode text", "guestname text", "bedsize text")
                .build());
        Schema to = schema(table(BOOKING, "id bigint", "room_code text", "guest_name text", "bed_size text")
                .build());
        assertThat(cures(from, to))
                .hasSize(3)
                .allMatch(cure -> cure.contains("under a new name, run again with `--rename case-style`. Where it is"
                        + " new, run again with `--backfill booking."));
    }

    private static List<String> cures(Schema from, Schema to) {
        return SchemaDiffer.diff(from, to, Renames.NONE).warnings().stream()
                .filter(w -> w.rule().equals("required-column-without-default"))
                .map(Warning::cure)
                .toList();
    }

    @Test
    void theSameForAColumnThatWasNullable() {
        ObjectName room = ObjectName.of("room");
        Table nullable = table(BOOKING, "id bigint", "room_code text null")
                .foreignKeys(List.of(key(room, "code")))
                .build();
        assertThat(cure(
                        nullable,
                        booking(key(room, "code")),
                        table(room, "code text").build(),
                        true))
                .startsWith("Fill them with `--backfill 'booking.room_code=(SELECT min(code) FROM room)'`; see them");
    }
}
