package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.RetortException;
import dev.retort.TestServer;
import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.schema.Extra;
import dev.retort.schema.Schema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * From a side of one scenario to a side of another: what no scenario thought of beside each other, under the same names. {@code -Dcross.pairs} says how
 * many, {@code -Dcross.first} from which seed on. Sides with what a difference leaves alone, such as triggers or extensions, are passed over: the other
 * side would lack it.
 */
class CrossPairsTest {

    /** Enough to see what is wrong. */
    private static final int MOST_FAILURES = 5;

    private static ScenarioDatabase before;
    private static ScenarioDatabase after;
    private static Optional<Path> pgDump;

    @BeforeAll
    static void open() throws Exception {
        before = new ScenarioDatabase();
        after = new ScenarioDatabase();
        pgDump = PgDump.program(before.connection());
    }

    @AfterAll
    static void close() throws SQLException {
        before.close();
        after.close();
    }

    @Test
    void leadThereAndBack() throws Exception {
        List<Scenario> scenarios = Scenario.all()
                .filter(s -> s.runsOn(TestServer.majorVersion()))
                .filter(s -> s.properties().getProperty("version_table") == null)
                .toList();
        List<String> failures = new ArrayList<>();
        long first = Long.getLong("cross.first", 1);
        long last = first + Long.getLong("cross.pairs", 40);
        for (long seed = first; seed < last && failures.size() < MOST_FAILURES; seed++) {
            Random random = new Random(seed);
            Side from = side(scenarios, random);
            Side to = side(scenarios, random);
            String failure = check(from, to);
            if (failure != null) {
                failures.add("\n==== seed " + seed + ", from " + from + " to " + to + "\n" + failure);
            }
        }
        assertThat(failures).isEmpty();
    }

    private record Side(Scenario scenario, boolean target) {

        String script() {
            return target ? scenario.to() : scenario.from();
        }

        @Override
        public String toString() {
            return scenario + (target ? "/to.sql" : "/from.sql");
        }
    }

    private static Side side(List<Scenario> scenarios, Random random) {
        return new Side(scenarios.get(random.nextInt(scenarios.size())), random.nextBoolean());
    }

    private static String check(Side first, Side second) throws Exception {
        before.load(first.script());
        after.load(second.script());
        Schema from = before.read(Scope.ALL);
        Schema to = after.read(Scope.ALL);
        if (hasMore(from) || hasMore(to)) {
            return null;
        }
        try {
            Difference up = SchemaDiffer.diff(from, to, Renames.NONE);
            Difference down = SchemaDiffer.diff(to, from, Renames.NONE);
            before.apply(up.operations());
            String there = compare(to, "up");
            if (there != null) {
                return there;
            }
            before.apply(down.operations());
            after.load(first.script());
            return compare(from, "down");
        } catch (RetortException | SQLException e) {
            return e.toString();
        }
    }

    private static String compare(Schema wanted, String way) throws Exception {
        Schema reached = before.read(Scope.ALL);
        Difference rest = SchemaDiffer.diff(reached, wanted, Renames.NONE);
        if (!rest.operations().isEmpty()) {
            return way + " leaves " + rest.operations();
        }
        if (pgDump.isPresent()) {
            List<String> is = plain(PgDump.dump(pgDump.get(), before.connection()));
            List<String> should = plain(PgDump.dump(pgDump.get(), after.connection()));
            if (!is.equals(should)) {
                List<String> more = new ArrayList<>(is);
                more.removeAll(should);
                List<String> less = new ArrayList<>(should);
                less.removeAll(is);
                return way + " by pg_dump\n  is " + more + "\n  should " + less;
            }
        }
        return null;
    }

    private static boolean hasMore(Schema schema) {
        return schema.extras().stream().anyMatch(e -> e.kind() != Extra.Kind.NULL_DEFAULT);
    }

    /** A default of null is none. */
    private static List<String> plain(List<String> dump) {
        return dump.stream()
                .map(s -> s.replaceAll(" DEFAULT NULL::[^,\n]*", ""))
                .toList();
    }
}
