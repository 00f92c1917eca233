package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.CreateNamespace;
import dev.retort.operation.DropNamespace;
import dev.retort.operation.Warning;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A schema that goes while it holds what no revision manages. */
class KeptNamespaceTest {

    private static Answering.Answered dropped(SchemaBuilder before) {
        return Answering.compare(before.build(), Schema.EMPTY, Renames.NONE, Answers.NONE, difference -> difference);
    }

    @Test
    void staysAndIsNotCreatedOnTheWayBack() {
        Answering.Answered answered = dropped(Schema.builder()
                .namespace("tools")
                .extra(new Extra(
                        Extra.Kind.EXTENSION,
                        new ObjectName("tools", "citext"),
                        null,
                        "VERSION '1.6'",
                        new TreeSet<>())));
        assertThat(answered.up().operations()).isEmpty();
        assertThat(answered.up().warnings()).extracting(Warning::rule).contains("schema-not-empty");
        assertThat(answered.down().operations()).isEmpty();
    }

    @Test
    void goesAndComesWhereItIsEmpty() {
        Answering.Answered answered = dropped(Schema.builder().namespace("tools"));
        assertThat(answered.up().operations()).containsExactly(new DropNamespace("tools"));
        assertThat(answered.down().operations()).containsExactly(new CreateNamespace("tools"));
    }
}
