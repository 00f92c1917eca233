package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.Scope;
import dev.retort.diff.OnlineForm;
import dev.retort.diff.PartitionedTables;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A partitioned table has no concurrent form; what the server refuses is not written. */
class OnlinePartitionsTest {

    private static final Scope PUBLIC = Scope.of(Set.of("public"));

    private static final String BEFORE = """
            CREATE TABLE place (id int CONSTRAINT place_pk PRIMARY KEY);
            CREATE TABLE event (at date NOT NULL, id int NOT NULL, place_id int, note text) PARTITION BY RANGE (at);
            CREATE TABLE event_26 PARTITION OF event FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            CREATE TABLE visit (at date, id int);
            """;

    private static final String AFTER = BEFORE + """
            ALTER TABLE event ADD CONSTRAINT event_pk PRIMARY KEY (at, id);
            ALTER TABLE event ADD CONSTRAINT event_uk UNIQUE (at, note);
            ALTER TABLE event ADD CONSTRAINT event_ck CHECK (id > 0);
            ALTER TABLE event ADD CONSTRAINT event_place_fk FOREIGN KEY (place_id) REFERENCES place;
            ALTER TABLE visit ADD CONSTRAINT visit_event_fk FOREIGN KEY (at, id) REFERENCES event;
            CREATE INDEX event_note_ix ON event (note);
            """;

    @Test
    void runsBothWays() throws SQLException {
        ScenarioDatabase database = new ScenarioDatabase();
        try {
            database.load(AFTER);
            Schema to = database.read(PUBLIC);
            database.load(BEFORE);
            Schema from = database.read(PUBLIC);

            List<Operation> up = OnlineForm.of(
                    SchemaDiffer.diff(from, to, Renames.parse(List.of())).operations(), PartitionedTables.in(from, to));
            assertThat(up)
                    .extracting(Operation::summary)
                    .contains("validate constraint event_ck on event", "create index event_note_ix on event");
            database.apply(up);
            assertThat(database.read(PUBLIC)).isEqualTo(to);

            database.apply(OnlineForm.of(
                    SchemaDiffer.diff(to, from, Renames.parse(List.of())).operations(),
                    PartitionedTables.in(to, from)));
            assertThat(database.read(PUBLIC)).isEqualTo(from);
        } finally {
            database.close();
        }
    }
}
