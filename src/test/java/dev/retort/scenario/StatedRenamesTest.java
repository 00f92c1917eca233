package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Renames that somebody states, on a live server: they are all that happens, what hangs on the object follows, and the way back is the same. */
class StatedRenamesTest {

    private static final Scope PUBLIC = Scope.of(Set.of("public"));

    private static final Difference NOTHING = new Difference(List.of(), List.of());

    private static final String PARTS = """
            CREATE TABLE owner (id int CONSTRAINT owner_pk PRIMARY KEY);
            CREATE TABLE car (
                id int CONSTRAINT car_pk PRIMARY KEY,
                plate text CONSTRAINT car_plate_uk UNIQUE,
                seats int CONSTRAINT car_seats_ck CHECK (seats > 0),
                owner_id int CONSTRAINT car_owner_fk REFERENCES owner,
                during int4range,
                CONSTRAINT car_during_ex EXCLUDE USING gist (during WITH &&));
            CREATE TABLE wheel (car_id int CONSTRAINT wheel_car_fk REFERENCES car, plate text REFERENCES car (plate));
            CREATE UNIQUE INDEX car_low_ix ON car (lower(plate)) WHERE seats > 1;
            COMMENT ON CONSTRAINT car_seats_ck ON car IS 'nobody walks';
            COMMENT ON INDEX car_low_ix IS 'for the search';
            COMMENT ON INDEX car_pk IS 'the key''s own';
            """;

    private ScenarioDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new ScenarioDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void constraintsAndIndexes() throws SQLException {
        there(
                PARTS,
                PARTS.replace("car_pk", "pk_car")
                        .replace("car_plate_uk", "uk_car_plate")
                        .replace("car_seats_ck", "ck_car_seats")
                        .replace("car_owner_fk", "fk_car_owner")
                        .replace("car_during_ex", "ex_car_during")
                        .replace("wheel_car_fk", "fk_wheel_car")
                        .replace("car_low_ix", "ix_car_low"),
                "car.car_pk=pk_car rename constraint car_pk to pk_car on car",
                "car.car_plate_uk=uk_car_plate rename constraint car_plate_uk to uk_car_plate on car",
                "car.car_seats_ck=ck_car_seats rename constraint car_seats_ck to ck_car_seats on car",
                "car.car_owner_fk=fk_car_owner rename constraint car_owner_fk to fk_car_owner on car",
                "car.car_during_ex=ex_car_during rename constraint car_during_ex to ex_car_during on car",
                "wheel.wheel_car_fk=fk_wheel_car rename constraint wheel_car_fk to fk_wheel_car on wheel",
                "car.car_low_ix=ix_car_low rename index car_low_ix to ix_car_low");
    }

    /** By the table's old name or its new one. */
    @Test
    void constraintsOfARenamedTable() throws SQLException {
        there(
                PARTS,
                PARTS.replaceAll("\\bcar\\b", "auto")
                        .replace("car_pk", "auto_pk")
                        .replace("car_low_ix", "auto_low_ix"),
                "car=auto rename table car to auto",
                "car.car_pk=auto_pk rename constraint car_pk to auto_pk on auto",
                "auto.car_low_ix=auto_low_ix rename index car_low_ix to auto_low_ix");
    }

    private void there(String before, String after, String... renames) throws SQLException {
        List<String> options =
                Arrays.stream(renames).map(r -> r.substring(0, r.indexOf(' '))).toList();
        List<String> summaries =
                Arrays.stream(renames).map(r -> r.substring(r.indexOf(' ') + 1)).toList();
        database.load(after);
        Schema to = database.read(PUBLIC);
        database.load(before);
        Schema from = database.read(PUBLIC);
        Renames stated = Renames.parse(options);

        Difference up = SchemaDiffer.diff(from, to, stated);
        assertThat(up.operations()).extracting(Operation::summary).containsExactlyInAnyOrderElementsOf(summaries);
        assertThat(up.warnings()).isEmpty();
        database.apply(up.operations());
        assertThat(SchemaDiffer.diff(database.read(PUBLIC), to, Renames.NONE)).isEqualTo(NOTHING);

        Difference down = SchemaDiffer.diff(to, from, stated.inverse());
        assertThat(down.operations()).hasSameSizeAs(summaries);
        database.apply(down.operations());
        assertThat(SchemaDiffer.diff(database.read(PUBLIC), from, Renames.NONE)).isEqualTo(NOTHING);
    }
}
