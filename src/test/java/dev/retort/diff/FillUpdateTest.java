package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.ObjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FillUpdateTest {

    private static final ObjectName VISIT = ObjectName.of("visit");

    private static Map<String, String> values(String... pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return values;
    }

    private static List<String> updates(ObjectName table, Map<String, String> values) {
        return FillUpdate.of(table, values, Set.of());
    }

    @Test
    void whatMovedStays() {
        assertThat(FillUpdate.of(VISIT, values("a", "1", "b", "2", "order", "3"), Set.of("a", "order")))
                .containsExactly(
                        "UPDATE visit SET b = 2",
                        "UPDATE visit SET a = 1 WHERE a IS NULL",
                        "UPDATE visit SET \"order\" = 3 WHERE \"order\" IS NULL");
    }

    @Test
    void theColumnsOfOneKeyComeFromOneRow() {
        assertThat(updates(
                        VISIT,
                        values(
                                "site", "(SELECT site FROM room ORDER BY site, code LIMIT 1)",
                                "tier", "'BASIC'",
                                "room", "(SELECT code FROM room ORDER BY site, code LIMIT 1)")))
                .containsExactly("UPDATE visit SET tier = 'BASIC',"
                        + " (site, room) = (SELECT site, code FROM room ORDER BY site, code LIMIT 1)");
    }

    @Test
    void oneRewriteIsEnough() {
        assertThat(updates(VISIT, values("a", "1", "b", "lower(name)")))
                .containsExactly("UPDATE visit SET a = 1, b = lower(name)");
    }

    @Test
    void whatIsTakenFromAnotherNewColumnComesAfterIt() {
        assertThat(updates(VISIT, values("a", "b + 1", "b", "2", "c", "3")))
                .containsExactly("UPDATE visit SET b = 2, c = 3", "UPDATE visit SET a = b + 1");
    }

    @Test
    void aValueOverRowsIsTakenFromASelect() {
        assertThat(updates(ObjectName.of("nest"), Map.of("place", "row_number() OVER (PARTITION BY tree_id) - 1")))
                .containsExactly(
                        "UPDATE nest SET place = k.n FROM (SELECT tableoid, ctid, row_number() OVER (PARTITION BY tree_id) - 1 AS n FROM nest) k"
                                + " WHERE (nest.tableoid, nest.ctid) = (k.tableoid, k.ctid)");
        assertThat(FillUpdate.update(ObjectName.of("k"), "place", "rank() OVER w", "place IS NULL"))
                .contains("FROM k WHERE place IS NULL) r WHERE (k.tableoid, k.ctid) = (r.tableoid, r.ctid)");
        assertThat(FillUpdate.update(
                        ObjectName.of("nest"), "place", "(SELECT max(n.x) OVER () FROM tree n LIMIT 1)", ""))
                .isEqualTo("UPDATE nest SET place = (SELECT max(n.x) OVER () FROM tree n LIMIT 1)");
        assertThat(FillUpdate.update(ObjectName.of("nest"), "place", "'f() OVER it'", ""))
                .isEqualTo("UPDATE nest SET place = 'f() OVER it'");
    }
}
