package dev.retort.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.CreateCast;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropSequence;
import dev.retort.operation.Execute;
import dev.retort.operation.RenameSequence;
import dev.retort.operation.SetComment;
import dev.retort.schema.Cast;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Provenance;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a change comes from, in the words of the entities. */
class OriginsTest {

    private static final ObjectName TABLE = ObjectName.of("seat");
    private static final Provenance PROVENANCE = new Provenance(
            Map.of(TABLE, "Seat"),
            Map.of(
                    new ColumnRef(TABLE, "hall"), "Seat.place.hall",
                    new ColumnRef(TABLE, "no"), "Seat.no",
                    new ColumnRef(TABLE, "show_day"), "Seat.show",
                    new ColumnRef(TABLE, "show_id"), "Seat.show"),
            Map.of(),
            Map.of());

    @Test
    void aKeyOfSeveralColumnsNamesItsAttributes() {
        assertThat(unique("hall", "no")).isEqualTo("Seat.place.hall, no");
        assertThat(unique("no")).isEqualTo("Seat.no");
        assertThat(new Origins(PROVENANCE)
                        .of(new AddConstraint(TABLE, PrimaryKey.of("seat_pkey", List.of("no", "hall")))))
                .isEqualTo("Seat.no, place.hall");
    }

    /** A table of generators has no entity of its own, and its first row belongs to it. */
    @Test
    void theFirstRowsOfATableComeFromWhereItComesFrom() {
        String text = Passage.text(Passage.of(
                List.of(
                        new CreateTable(Table.builder(TABLE).build()),
                        new Execute("insert into seat(no) values (0)"),
                        new Execute("SELECT 'seat'")),
                new Origins(PROVENANCE)));
        assertThat(text).contains("// Seat\nop.execute(\"insert").contains("\n\nop.execute(\"SELECT");
    }

    @Test
    void anAttributeOfSeveralColumnsIsNamedOnce() {
        assertThat(unique("show_day", "show_id", "no")).isEqualTo("Seat.show, no");
    }

    @Test
    void whereAColumnIsUnknownTheEntityIsNamed() {
        assertThat(unique("no", "tenant")).isEqualTo("Seat");
    }

    @Test
    void whatStandsBesideTablesComesFromWhatUsesIt() {
        ObjectName tier = ObjectName.of("tier");
        ObjectName sequence = ObjectName.of("seat_seq");
        Origins origins = new Origins(new Provenance(
                Map.of(TABLE, "Seat", sequence, "Seat.id"),
                Map.of(new ColumnRef(TABLE, "hall"), "Seat.place.hall"),
                Map.of(tier, "Seat.tier, Offer.tier"),
                Map.of()));
        assertThat(origins.of(new AddEnumValue(tier, "GOLD", null, null))).isEqualTo("Seat.tier, Offer.tier");
        assertThat(origins.of(new CreateCast(new Cast(SqlType.builtin("text"), SqlType.user(tier)))))
                .isEqualTo("Seat.tier, Offer.tier");
        assertThat(origins.of(new DropSequence(sequence))).isEmpty();
        assertThat(origins.of(new RenameSequence(ObjectName.of("chair_seq"), sequence)))
                .isEqualTo("Seat.id");
        assertThat(origins.of(new CreateIndex(
                        TABLE, Index.of("by_hall", List.of(Index.Key.ofExpression("lower(hall)"))), false)))
                .isEqualTo("Seat.place.hall");
        assertThat(origins.of(new SetComment(new CommentTarget(CommentTarget.Kind.TYPE, tier, ""), "of a seat")))
                .isEqualTo("Seat.tier, Offer.tier");
    }

    @Test
    void everySequenceOfARevisionIsSaidToBeForAnIdentifier() {
        ObjectName sequence = ObjectName.of("seat_seq");
        Provenance provenance = new Provenance(Map.of(sequence, "Seat.id"), Map.of(), Map.of(), Map.of());
        assertThat(RevisionWriter.statements(
                        List.of(new CreateSequence(sequence, SequenceOptions.UNSTATED, false)), provenance))
                .isEqualTo("// Seat.id\nop.createSequence(\"seat_seq\");\n");
    }

    private static String unique(String... columns) {
        return new Origins(PROVENANCE).of(new AddConstraint(TABLE, Unique.of("seat_key", List.of(columns))));
    }
}
