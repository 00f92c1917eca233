package dev.retort.command.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProofTest extends ProofCase {

    private static final String CUSTOMER =
            "op.createTable(\"customer\", bigint(\"id\").notNull(), varchar(\"name\", 80).notNull(), varchar(\"nick\", 20)); "
                    + "op.addPrimaryKey(\"customer\", \"customer_pkey\", \"id\");";

    @Test
    void provesUpAndDownAndUpWithRows() throws Exception {
        revision("1", "", CUSTOMER, "op.dropTable(\"customer\");");
        revision(
                "2",
                "1",
                "op.renameColumn(\"customer\", \"name\", \"full_name\"); op.renameTable(\"customer\", \"client\"); "
                        + "op.addColumn(\"client\", integer(\"level\").notNull().defaultTo(\"0\"));",
                "op.dropColumn(\"client\", \"level\"); op.renameTable(\"client\", \"customer\"); "
                        + "op.renameColumn(\"customer\", \"full_name\", \"name\");");
        ProofResult result = prove("2", database -> List.of());
        assertThat(result.failure()).isNull();
        assertThat(result.notes()).isEmpty();
        assertThat(result.keptColumns()).isEqualTo(3);
        assertThat(result.proved())
                .containsExactly(
                        "upgrade runs with 3 rows in 1 table",
                        "the database then equals the model",
                        "downgrade brings back the schema from before",
                        "a second upgrade gives the same schema again",
                        "the rows of 3 kept columns are still there");
        assertThat(result.steps().keySet()).containsExactly(ProofStep.values());
        assertThat(open).isEmpty();
    }

    @Test
    void saysWhatTheServerRefused() throws Exception {
        revision("1", "", CUSTOMER, "");
        revision("2", "1", "op.addColumn(\"customer\", integer(\"level\").notNull());", "");
        ProofFailure failure = failure("2", null);
        assertThat(failure.step()).isEqualTo(ProofStep.UPGRADE);
        assertThat(failure.sqlState()).isEqualTo("23502");
        assertThat(failure.statement()).contains("ADD COLUMN level");
        assertThat(open).isEmpty();
    }

    @Test
    void saysWhatTheModelStillWants() throws Exception {
        revision("1", "", CUSTOMER, "op.dropTable(\"customer\");");
        ProofFailure failure = failure("1", database -> List.of("add column customer.tier"));
        assertThat(failure.step()).isEqualTo(ProofStep.COMPARE_MODEL);
        assertThat(failure.differences()).containsExactly("add column customer.tier");
    }

    @Test
    void saysWhatADowngradeForgets() throws Exception {
        revision("1", "", CUSTOMER, "");
        ProofFailure failure = failure("1", null);
        assertThat(failure.step()).isEqualTo(ProofStep.COMPARE_BEFORE);
        assertThat(failure.differences()).containsExactly("drop table customer");
    }

    /** The rows hold texts that say values of the new types, also where a check of the same revision speaks of the new type. */
    @Test
    void provesAConversionOfTexts() throws Exception {
        revision(
                "1",
                "",
                "op.createTable(\"t\", bigint(\"id\").notNull(), varchar(\"i\", 20).notNull(), varchar(\"n\", 3), text(\"b\"), "
                        + "varchar(\"d\", 8), text(\"ts\"), text(\"u\"), varchar(\"v\", 32), text(\"j\"));",
                "op.dropTable(\"t\");");
        StringBuilder up = new StringBuilder();
        String[][] types = {
            {"i", "integer"},
            {"n", "numeric(4,2)"},
            {"b", "boolean"},
            {"d", "date"},
            {"ts", "timestamp"},
            {"u", "uuid"},
            {"v", "uuid"},
            {"j", "jsonb"}
        };
        for (String[] type : types) {
            String column = "op.alterColumn(\"t\", \"" + type[0] + "\")";
            up.append(column + ".type(\"" + type[1] + "\").using(\"" + type[0] + "::" + type[1] + "\"); ");
        }
        up.append("op.addCheck(\"t\", \"t_i_check\", \"i >= 0\");");
        revision("2", "1", up.toString(), "op.irreversible(\"spellings are lost\");");
        ProofResult result = prove("2", null);
        assertThat(result.failure()).isNull();
        assertThat(result.proved()).contains("upgrade runs with 3 rows in 1 table");
    }

    @Test
    void saysThatAValueThatDoesNotConvertIsMadeUp() throws Exception {
        revision("1", "", CUSTOMER, "");
        revision("2", "1", "op.alterColumn(\"customer\", \"nick\").type(\"point\").using(\"nick::point\");", "");
        ProofFailure failure = failure("2", null);
        assertThat(failure.reason())
                .contains("invalid input syntax")
                .contains("the proof's own")
                .contains(".using(");
    }

    @Test
    void findsRowsThatGetLost() throws Exception {
        revision("1", "", CUSTOMER, "");
        revision(
                "2",
                "1",
                "op.alterColumn(\"customer\", \"nick\").type(\"text\").using(\"NULL\");",
                "op.alterColumn(\"customer\", \"nick\").type(\"varchar(20)\");");
        ProofFailure failure = failure("2", null);
        assertThat(failure.step()).isEqualTo(ProofStep.ROWS);
        assertThat(failure.differences()).containsExactly("customer.nick had 3 values and has 0");
    }

    /** Everywhere that the value can be: in arrays, domains and composites too. */
    @Test
    void aRenamedValueIsTheSameValue() throws Exception {
        revision(
                "1",
                "",
                "op.createEnum(\"sev\", \"HIGH\", \"LOW\", \"MEDIUM\"); op.createDomain(\"dom\", \"sev\"); "
                        + "op.execute(\"CREATE TYPE pair AS (one sev, two dom)\"); "
                        + "op.createTable(\"t\", bigint(\"id\").notNull(), column(\"a\", \"sev\").notNull(), "
                        + "column(\"b\", \"sev[]\").notNull(), column(\"c\", \"dom\").notNull(), "
                        + "column(\"d\", \"pair\").notNull(), primaryKey(\"t_pkey\", \"id\"));",
                "");
        String there = "op.renameEnumValue(\"sev\", \"%s\", \"%s\");";
        revision(
                "2",
                "1",
                there.formatted("LOW", "SMALL")
                        + there.formatted("MEDIUM", "NORMAL")
                        + there.formatted("HIGH", "LARGE"),
                there.formatted("LARGE", "HIGH")
                        + there.formatted("NORMAL", "MEDIUM")
                        + there.formatted("SMALL", "LOW"));
        ProofResult result = prove("2", null);
        assertThat(result.failure()).isNull();
        assertThat(result.proved()).contains("the rows of 5 kept columns are still there");
    }

    /** What a composite has as well is no other value of what it had: in domains, arrays and other composites too. */
    @Test
    void comparesTheAttributesThatStay() throws Exception {
        revision(
                "1",
                "",
                "op.execute(\"CREATE TYPE lens AS (f varchar(40), \\\"n N\\\" int); CREATE DOMAIN dom AS lens; "
                        + "CREATE TYPE pair AS (one lens, two lens[]); "
                        + "CREATE TABLE t (id int PRIMARY KEY, a lens, b lens[], c pair, d dom)\");",
                "");
        String up = "op.alterComposite(\"lens\").add(integer(\"g\"));";
        revision("2", "1", up, "op.alterComposite(\"lens\").drop(\"g\");");
        ProofResult result = prove("2", null);
        assertThat(result.failure()).isNull();
        assertThat(result.proved()).contains("the rows of 5 kept columns are still there");

        revision(
                "3",
                "1",
                up
                        + "op.alterColumn(\"t\", \"b\").type(\"lens[]\").using(\"ARRAY[ROW('x', ((b)[1]).\\\"n N\\\", 1)::lens]\"); "
                        + "op.alterColumn(\"t\", \"c\").type(\"pair\").using(\"ROW(ROW('x', (c).one.\\\"n N\\\", 1)::lens, (c).two)::pair\");",
                "op.alterComposite(\"lens\").drop(\"g\");");
        assertThat(failure("3", null).differences())
                .containsExactly("t.b.f has other values", "t.c.one.f has other values");
    }

    /** Values that a narrower domain rounds are none that are lost; what is beside them in a composite is still compared. */
    @Test
    void comparesNoValueOfADomainThatRoundsIt() throws Exception {
        revision(
                "1",
                "",
                "op.execute(\"CREATE DOMAIN amt AS numeric(12,4); CREATE DOMAIN net AS amt; CREATE TYPE price AS (v amt, s text);"
                        + " CREATE TABLE t (id int PRIMARY KEY, v amt, vs amt[], n net, p price, ps price[])\");",
                "");
        String anew =
                "op.renameType(\"price\", \"o_price\"); op.renameType(\"net\", \"o_net\"); op.renameType(\"amt\", \"o_amt\");"
                        + "op.createDomain(\"amt\", \"%s\"); op.createDomain(\"net\", \"amt\");"
                        + "op.createComposite(\"price\", column(\"v\", \"amt\"), text(\"s\"));";
        String columns = "op.alterColumn(\"t\", \"v\").type(\"amt\").using(\"v::numeric\");"
                + "op.alterColumn(\"t\", \"n\").type(\"net\").using(\"n::numeric\");"
                + "op.alterColumn(\"t\", \"vs\").type(\"amt[]\").using(\"vs::text::amt[]\");"
                + "op.alterColumn(\"t\", \"ps\").type(\"price[]\").using(\"ps::text::price[]\");"
                + "op.alterColumn(\"t\", \"p\").type(\"price\").using(\"%s\");";
        String gone = "op.dropComposite(\"o_price\"); op.dropDomain(\"o_net\"); op.dropDomain(\"o_amt\");";
        String up = anew.formatted("numeric(8,1)") + columns + gone;
        String down = anew.formatted("numeric(12,4)") + columns.formatted("p::text::price") + gone;
        revision("2", "1", up.formatted("p::text::price"), down);
        ProofResult result = prove("2", null);
        assertThat(result.failure()).isNull();
        assertThat(result.proved()).contains("the rows of 6 kept columns are still there");

        revision("3", "1", up.formatted("ROW((p).v::numeric, 'x')::price"), down);
        assertThat(failure("3", null).differences()).containsExactly("t.p.s has other values");
    }

    @Test
    void provesOnEmptyTablesWhatRowsStandInTheWayOf() throws Exception {
        revision("1", "", CUSTOMER, "");
        revision(
                "2",
                "1",
                "op.dropColumn(\"customer\", \"name\");",
                "op.addColumn(\"customer\", varchar(\"name\", 80).notNull());");
        ProofResult result = prove("2", null);
        assertThat(result.failure()).isNull();
        assertThat(result.notes())
                .singleElement()
                .asString()
                .contains("empty tables")
                .contains("name");
        assertThat(result.proved()).contains("downgrade brings back the schema from before");
    }

    @Test
    void saysThatThereIsNoWayDown() throws Exception {
        revision("1", "", "op.createEnum(\"tier\", \"A\");", "op.dropEnum(\"tier\");");
        revision("2", "1", "op.addEnumValue(\"tier\", \"B\");", "op.irreversible(\"an enum value stays\");");
        ProofResult result = prove("2", null);
        assertThat(result.failure()).isNull();
        assertThat(result.notes()).singleElement().asString().contains("an enum value stays");
    }

    @Test
    void leavesRowsAloneThatTheRevisionWorksOn() throws Exception {
        revision("1", "", CUSTOMER, "");
        revision("2", "1", "op.execute(\"DELETE FROM customer\");", "");
        ProofResult result = prove("2", null);
        assertThat(result.failure()).isNull();
        assertThat(result.notes()).singleElement().asString().contains("works on rows itself");
    }

    /** A backfill fills its own column; all others keep their rows. */
    @Test
    void comparesTheColumnsThatAnUpdateDoesNotSpeakOf() throws Exception {
        revision("1", "", CUSTOMER, "");
        revision("2", "1", "op.execute(\"UPDATE customer SET nick = 'x'\");", "");
        ProofResult result = prove("2", null);
        assertThat(result.failure()).isNull();
        assertThat(result.notes()).isEmpty();
        assertThat(result.proved()).anySatisfy(said -> assertThat(said).contains("kept column"));
    }

    /** Rows are compared beside what can touch none. */
    @Test
    void comparesRowsBesideStatementsThatTouchNone() throws Exception {
        revision("1", "", CUSTOMER, "");
        String harmless = "op.execute(\"GRANT UPDATE ON customer TO PUBLIC; COMMENT ON TABLE customer IS 'rows'\"); "
                + "op.execute(\"ANALYZE customer\"); op.execute(\"SET LOCAL lock_timeout = '1min'\"); "
                + "op.execute(\"CREATE FUNCTION f() RETURNS int AS 'SELECT 1' LANGUAGE sql\"); ";
        String back = "op.execute(\"DROP FUNCTION f(); REVOKE UPDATE ON customer FROM PUBLIC; "
                + "COMMENT ON TABLE customer IS NULL\");";
        revision("2", "1", harmless, back);
        ProofResult result = prove("2", null);
        assertThat(result.failure()).isNull();
        assertThat(result.notes()).isEmpty();
        assertThat(result.proved()).contains("the rows of 3 kept columns are still there");

        revision("3", "1", harmless + "op.alterColumn(\"customer\", \"nick\").type(\"text\").using(\"NULL\");", back);
        assertThat(failure("3", null).differences()).containsExactly("customer.nick had 3 values and has 0");
    }
}
