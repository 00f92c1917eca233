package dev.retort.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AddConstraint;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Provenance;
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

    @Test
    void anAttributeOfSeveralColumnsIsNamedOnce() {
        assertThat(unique("show_day", "show_id", "no")).isEqualTo("Seat.show, no");
    }

    @Test
    void whereAColumnIsUnknownTheEntityIsNamed() {
        assertThat(unique("no", "tenant")).isEqualTo("Seat");
    }

    private static String unique(String... columns) {
        return new Origins(PROVENANCE).of(new AddConstraint(TABLE, Unique.of("seat_key", List.of(columns))));
    }
}
