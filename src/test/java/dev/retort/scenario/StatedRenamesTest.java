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

    private static final String TYPES = """
            CREATE TYPE t_mood AS ENUM ('v_sad', 'v_ok');
            CREATE TYPE t_place AS (street text, mood t_mood);
            CREATE DOMAIN d_mail AS text DEFAULT 'a@b' CONSTRAINT mail_at CHECK (VALUE LIKE '%@%');
            CREATE DOMAIN d_work AS d_mail;
            CREATE DOMAIN d_best AS t_mood CONSTRAINT best_ck CHECK (VALUE <> 'v_ok');
            CREATE SEQUENCE s_ticket START 7;
            CREATE TABLE guest (
                id int PRIMARY KEY DEFAULT nextval('s_ticket'),
                no serial,
                mood t_mood NOT NULL DEFAULT 'v_sad' CONSTRAINT mood_ck CHECK (mood <> 'v_ok'),
                moods t_mood[] DEFAULT '{v_ok,v_sad}',
                best d_best,
                home t_place,
                homes t_place[],
                mail d_mail,
                work d_work,
                sad boolean GENERATED ALWAYS AS (mood = 'v_sad'::t_mood) STORED);
            CREATE INDEX guest_sad ON guest (id) WHERE mood = 'v_sad'::t_mood;
            COMMENT ON TYPE t_mood IS 'today';
            COMMENT ON TYPE t_place IS 'here';
            COMMENT ON DOMAIN d_mail IS 'checked';
            COMMENT ON CONSTRAINT mail_at ON DOMAIN d_mail IS 'twice';
            COMMENT ON SEQUENCE s_ticket IS 'one each';
            CREATE VIEW guests AS SELECT id FROM guest;
            """;

    /** Names and values that need quotes, and all that may speak of them; strings of other types say the same, and stay. */
    private static final String FOLLOWERS = """
            CREATE TYPE "Mo'od t" AS ENUM ('v''sad', 'v ok', 'v\\x', 'same');
            CREATE TYPE pair AS (mood "Mo'od t", "other mood" "Mo'od t", no int);
            CREATE DOMAIN calm AS "Mo'od t" DEFAULT 'v ok' CONSTRAINT calm_ck CHECK (VALUE IN ('v ok', 'same'));
            CREATE TYPE moods AS RANGE (subtype = "Mo'od t");
            CREATE FUNCTION upset(m "Mo'od t", n text DEFAULT 'v ok') RETURNS "Mo'od t"[] LANGUAGE sql IMMUTABLE
                RETURN ARRAY[m, 'v\\x'::"Mo'od t"];
            CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
            CREATE TABLE "Gue st" (
                id int CONSTRAINT guest_pk PRIMARY KEY,
                mood "Mo'od t" NOT NULL DEFAULT 'v ok' CHECK (mood <> 'v\\x'),
                note text DEFAULT 'v ok' CHECK (note <> 'v ok'),
                calm calm DEFAULT 'v ok',
                moods "Mo'od t"[] DEFAULT '{"v ok",v''sad,NULL,"v\\\\x",same}',
                pair pair DEFAULT '("v ok","v\\\\x",1)',
                made boolean GENERATED ALWAYS AS (mood IN ('v ok', 'same') OR note = 'v ok') STORED,
                CHECK (mood = ANY (moods) OR moods && '{v''sad}' OR mood::text = 'v ok'),
                CONSTRAINT guest_ex EXCLUDE (note WITH =) WHERE (mood = 'v ok'));
            CREATE INDEX guest_ix ON "Gue st" ((mood = 'v ok'), upset(mood)) WHERE (pair).mood <> 'v''sad';
            CREATE UNIQUE INDEX guest_uk ON "Gue st" (mood);
            ALTER TABLE "Gue st" REPLICA IDENTITY USING INDEX guest_uk;
            ALTER TABLE "Gue st" CLUSTER ON guest_pk;
            ALTER TABLE "Gue st" ENABLE ROW LEVEL SECURITY;
            CREATE POLICY fine ON "Gue st" USING (mood <> 'v ok' AND note <> 'v ok');
            CREATE TRIGGER fine BEFORE UPDATE ON "Gue st" FOR EACH ROW WHEN (new.mood = 'v ok') EXECUTE FUNCTION nothing('v ok');
            CREATE STATISTICS fine ON (mood = 'v ok'), (note = 'v ok') FROM "Gue st";
            GRANT SELECT ON "Gue st" TO pg_monitor;
            CREATE TABLE listed (id int, mood "Mo'od t") PARTITION BY LIST (mood);
            CREATE TABLE listed_a PARTITION OF listed FOR VALUES IN ('v''sad', 'v ok');
            CREATE TABLE ranged (note text, mood "Mo'od t") PARTITION BY RANGE (note, mood);
            CREATE TABLE ranged_a PARTITION OF ranged FOR VALUES FROM ('v ok', 'v''sad') TO ('v ok', 'v\\x');
            COMMENT ON TYPE "Mo'od t" IS 'v ok';
            COMMENT ON COLUMN pair.no IS 'one';
            """;

    private static final String VIEWS = """
            CREATE VIEW fine AS SELECT id, 'v ok' AS word, 'v ok'::"Mo'od t" AS mood FROM "Gue st" WHERE mood IN ('v ok', 'same');
            CREATE MATERIALIZED VIEW kept AS SELECT id, mood FROM "Gue st" WHERE mood <> 'v\\x';
            CREATE INDEX kept_ix ON kept (id) WHERE mood = 'v ok';
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

    /** With the columns, defaults, checks, domains, composites, indexes and comments that hang on them. */
    @Test
    void typesValuesAndSequences() throws SQLException {
        there(
                TYPES,
                TYPES.replace("t_mood", "t_feeling")
                        .replace("v_sad", "v_blue")
                        .replace("t_place", "t_spot")
                        .replace("d_mail", "d_post")
                        .replace("s_ticket", "s_pass")
                        .replace("no serial", "no int NOT NULL DEFAULT nextval('s_count')")
                        .replace("CREATE TABLE", "CREATE SEQUENCE s_count AS int; CREATE TABLE")
                        .replace("CREATE INDEX", "ALTER SEQUENCE s_count OWNED BY guest.no; CREATE INDEX"),
                "t_mood=t_feeling rename type t_mood to t_feeling",
                "t_mood.v_sad=v_blue rename value v_sad of enum t_feeling to v_blue",
                "t_place=t_spot rename type t_place to t_spot",
                "d_mail=d_post rename type d_mail to d_post",
                "s_ticket=s_pass rename sequence s_ticket to s_pass",
                "guest_no_seq=s_count rename sequence guest_no_seq to s_count");
    }

    /** The value by the type's new name; two values that trade places are no renames of one another. */
    @Test
    void aValueByTheNewNameOfItsType() throws SQLException {
        there(
                TYPES,
                TYPES.replace("t_mood", "t_feeling").replace("v_ok", "v_fine"),
                "t_mood=t_feeling rename type t_mood to t_feeling",
                "t_feeling.v_ok=v_fine rename value v_ok of enum t_feeling to v_fine");
    }

    /** The wanted side is what the server itself makes of the renames. */
    @Test
    void whatSpeaksOfATypeFollowsIt() throws SQLException {
        follows(
                FOLLOWERS + VIEWS,
                """
                ALTER TYPE "Mo'od t" RENAME VALUE 'v ok' TO 'o,k " ''';
                ALTER TYPE "Mo'od t" RENAME VALUE 'v\\x' TO 'bad';
                ALTER TYPE "Mo'od t" RENAME VALUE 'v''sad' TO 'b\\lue';
                ALTER TYPE "Mo'od t" RENAME TO "Feel.ing";
                ALTER TYPE pair RENAME TO "two of";
                ALTER DOMAIN calm RENAME TO "Still";
                """,
                "Mo'od t=\"Feel.ing\"",
                "Mo'od t.v ok=\"o,k \"\" '\"",
                "Mo'od t.v\\x=bad",
                "\"Feel.ing\".v'sad=b\\lue",
                "pair=two of",
                "calm=Still");
    }

    /** All at once, and the table that holds them, too. */
    @Test
    void withTheirTableAndColumn() throws SQLException {
        follows(
                FOLLOWERS,
                """
                ALTER TYPE "Mo'od t" RENAME VALUE 'v ok' TO 'fine';
                ALTER TYPE "Mo'od t" RENAME TO mood;
                ALTER TABLE "Gue st" RENAME mood TO "Feel ing";
                ALTER TABLE "Gue st" RENAME CONSTRAINT guest_pk TO "Key";
                ALTER INDEX guest_uk RENAME TO "Uk";
                ALTER TABLE "Gue st" RENAME TO guest;
                ALTER TABLE listed RENAME mood TO feeling;
                ALTER TABLE ranged RENAME TO "Order";
                """,
                "Gue st=guest",
                "Mo'od t=mood",
                "mood.v ok=fine",
                "guest.mood=Feel ing",
                "guest.guest_pk=Key",
                "guest.guest_uk=Uk",
                "listed.mood=feeling",
                "ranged=Order");
    }

    /** Rows are counted before the renames run. */
    @Test
    void rowsAreAskedByTheOldNames() throws SQLException {
        String before = "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE guest (id int, mood mood);";
        database.load(before + "ALTER TABLE guest ADD CONSTRAINT fine CHECK (mood <> 'sad');"
                + "ALTER TYPE mood RENAME TO feeling; ALTER TYPE feeling RENAME VALUE 'sad' TO 'blue'");
        Schema to = database.read(PUBLIC);
        database.load(before + "INSERT INTO guest VALUES (1, 'sad')");
        Difference up =
                SchemaDiffer.diff(database.read(PUBLIC), to, Renames.parse(List.of("mood=feeling", "mood.sad=blue")));
        assertThat(up.warnings()).singleElement().satisfies(w -> assertThat(w.cure())
                .contains("NOT (mood <> 'sad'::mood)"));
    }

    private void follows(String script, String alters, String... options) throws SQLException {
        database.load(script + alters);
        Schema to = database.read(PUBLIC);
        database.load(script);
        Schema from = database.read(PUBLIC);
        Renames stated = Renames.parse(List.of(options));
        for (int round = 0; round < 2; round++) {
            alone(SchemaDiffer.diff(from, to, stated), to, options.length);
            alone(SchemaDiffer.diff(to, from, stated.inverse()), from, options.length);
        }
    }

    private void alone(Difference difference, Schema goal, int renames) throws SQLException {
        assertThat(difference.warnings()).isEmpty();
        assertThat(difference.operations()).hasSize(renames).allMatch(o -> o.summary()
                .startsWith("rename "));
        database.apply(difference.operations());
        assertThat(SchemaDiffer.diff(database.read(PUBLIC), goal, Renames.NONE)).isEqualTo(NOTHING);
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
