package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Execute;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What SQL creates by itself. */
class WrittenNamesTest {

    private static List<String> in(String sql) {
        return WrittenNames.in(List.of(new Execute(sql))).stream().sorted().toList();
    }

    @Test
    void everyKindThatMayBeInTheWay() {
        assertThat(in("""
                        CREATE OR REPLACE FUNCTION shop.F(a int) RETURNS int LANGUAGE sql RETURN a;
                        create constraint trigger "On ""it\""" AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
                        CREATE MATERIALIZED VIEW IF NOT EXISTS "S".mv AS SELECT 1;
                        CREATE POLICY p ON t; CREATE PUBLICATION pub FOR TABLE t; CREATE RULE r AS ON INSERT TO t DO NOTHING;
                        CREATE PROCEDURE emptied() LANGUAGE sql BEGIN ATOMIC DELETE FROM t; END
                        """)).containsExactly("On \"it\"", "emptied", "f", "mv", "p", "pub", "r");
    }

    @Test
    void whatOnlySpeaksOfOneMakesNone() {
        assertThat(
                        in(
                                "DROP TRIGGER a ON t; ALTER VIEW b RENAME TO c; UPDATE created SET view = 1; CREATE INDEX i ON t (a)"))
                .isEmpty();
    }
}
