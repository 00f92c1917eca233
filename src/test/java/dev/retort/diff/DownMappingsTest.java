package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Warning;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A value that an answer gave a way back to is no reason for a downgrade to fail, whatever else happens to its enumeration. */
class DownMappingsTest {

    private static final ObjectName SAMPLE = ObjectName.parse("sample");
    private static final ObjectName HEALTH = ObjectName.parse("health");

    @Test
    void ofACheckOnlyTheOtherNewValuesAreInTheWay() {
        assertThat(back(
                        check("'ACTIVE', 'LOST'"),
                        check("'ACTIVE', 'MISSING', 'QUARANTINE'"),
                        Renames.NONE,
                        "sample.status.LOST=MISSING"))
                .containsExactly("on the way down, the check sample_status_check on sample no longer allows QUARANTINE"
                        + " in status: it fails if a row holds it");
    }

    @Test
    void ofATypeOnlyTheOtherNewValuesAreInTheWay() {
        assertThat(back(type("DEAD", "UNKNOWN"), type("DEAD", "INFECTED", "WEAK"), Renames.NONE, "health.UNKNOWN=WEAK"))
                .singleElement()
                .asString()
                .contains("it fails while a row holds INFECTED, unless");
    }

    @Test
    void aValueRenamedBesideItChangesNothingAboutThat() {
        assertThat(back(
                        type("DEAD", "POOR", "UNKNOWN"),
                        type("DEAD", "INFECTED", "WEAK"),
                        Renames.parse(List.of("health.POOR=WEAK")),
                        "health.UNKNOWN=INFECTED"))
                .isEmpty();
    }

    private static List<String> back(Schema before, Schema after, Renames renames, String mapping) {
        Answering.Answered answered = Answering.compare(
                before,
                after,
                renames,
                Answers.parse(List.of(), List.of(), List.of(mapping)),
                difference -> difference);
        return DowngradeWarnings.of(answered.up(), answered.down()).stream()
                .map(Warning::message)
                .toList();
    }

    private static Schema check(String values) {
        return Schema.builder()
                .table(Table.builder(SAMPLE)
                        .column(Column.of("status", SqlType.builtin("character varying")))
                        .constraint(Check.of("sample_status_check", "status in (" + values + ")"))
                        .build())
                .build();
    }

    private static Schema type(String... values) {
        return Schema.builder()
                .enumType(new EnumType(HEALTH, List.of(values)))
                .table(Table.builder(SAMPLE)
                        .column(Column.of("health", SqlType.user(HEALTH)))
                        .build())
                .build();
    }
}
