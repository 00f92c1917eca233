package dev.retort.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The words of the JSON, which scripts outside read: none changes, and a new one is added here. */
class KindsTest {

    @Test
    void eachKindHasItsWord() {
        assertThat(new TreeSet<>(Samples.all().stream()
                        .map(sample -> sample.operation().kind())
                        .toList()))
                .containsExactly(
                        "add_column",
                        "add_constraint",
                        "add_enum_value",
                        "alter_column",
                        "alter_constraint",
                        "alter_domain",
                        "alter_sequence",
                        "alter_table",
                        "alter_type",
                        "create_cast",
                        "create_domain",
                        "create_enum",
                        "create_index",
                        "create_object",
                        "create_schema",
                        "create_sequence",
                        "create_table",
                        "create_type",
                        "create_view",
                        "drop_cast",
                        "drop_column",
                        "drop_constraint",
                        "drop_domain",
                        "drop_enum",
                        "drop_index",
                        "drop_object",
                        "drop_schema",
                        "drop_sequence",
                        "drop_table",
                        "drop_type",
                        "drop_view",
                        "execute",
                        "irreversible",
                        "rename_column",
                        "rename_constraint",
                        "rename_enum_value",
                        "rename_index",
                        "rename_sequence",
                        "rename_table",
                        "rename_type",
                        "replace_enum",
                        "set_comment",
                        "validate_constraint");
    }
}
