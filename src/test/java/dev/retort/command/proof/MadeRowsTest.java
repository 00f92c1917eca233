package dev.retort.command.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rows that a proof makes fit what its revision asks of them, so that they stand in the way of nothing but what is wrong with it. */
class MadeRowsTest extends ProofCase {

    private static String narrow(String... columnsAndTypes) {
        StringBuilder sql = new StringBuilder();
        for (int at = 0; at < columnsAndTypes.length; at += 2) {
            String column = columnsAndTypes[at];
            String type = columnsAndTypes[at + 1];
            sql.append("op.alterColumn(\"t\", \"" + column + "\").type(\"" + type + "\").using(\"" + column + "::"
                    + type + "\"); ");
        }
        return sql.toString();
    }

    private ProofResult holds(String id) {
        ProofResult result = prove(id, null);
        assertThat(result.failure()).isNull();
        assertThat(result.seeding()).isNotNull();
        assertThat(result.seeding().empty()).isEmpty();
        return result;
    }

    @Test
    void valuesFitTheNarrowerType() throws Exception {
        revision(
                "1",
                "",
                "op.createTable(\"t\", varchar(\"id\", 50).notNull(), column(\"lat\", \"numeric(38,2)\").notNull(), "
                        + "column(\"price\", \"numeric(10,2)\"), column(\"rate\", \"numeric\"), column(\"n\", \"integer\"), "
                        + "column(\"big\", \"bigint\"), column(\"digits\", \"integer\"), column(\"money\", \"numeric(10,2)\"), "
                        + "varchar(\"cc\", 255).notNull(), text(\"a\"), column(\"c\", \"character(20)\"), "
                        + "column(\"bits\", \"bit(8)\"), column(\"more\", \"bit varying(8)\"), "
                        + "column(\"list\", \"varchar(50)[]\"), column(\"ts\", \"timestamp(6)\")); "
                        + "op.addPrimaryKey(\"t\", \"t_pkey\", \"id\"); op.addUnique(\"t\", \"t_key\", \"cc\", \"bits\"); "
                        + "op.addUnique(\"t\", \"t_lat\", \"lat\"); op.addUnique(\"t\", \"t_bits\", \"bits\");",
                "op.dropTable(\"t\");");
        revision(
                "2",
                "1",
                "op.alterColumn(\"t\", \"id\").type(\"varchar(5)\"); op.alterColumn(\"t\", \"lat\").type(\"numeric(9,6)\"); "
                        + "op.renameColumn(\"t\", \"cc\", \"country\"); op.renameTable(\"t\", \"u\"); "
                        + "op.alterColumn(\"u\", \"country\").type(\"varchar(3)\"); op.renameTable(\"u\", \"t\"); "
                        + narrow(
                                "price",
                                "numeric(5,2)",
                                "rate",
                                "numeric(3,3)",
                                "n",
                                "smallint",
                                "big",
                                "numeric(2)",
                                "digits",
                                "varchar(2)",
                                "money",
                                "varchar(5)",
                                "a",
                                "varchar(1)",
                                "c",
                                "character(2)",
                                "bits",
                                "bit(3)",
                                "more",
                                "bit varying(2)",
                                "list",
                                "varchar(4)[]",
                                "ts",
                                "timestamp(0)"),
                "op.irreversible(\"cut\");");
        holds("2");
    }

    /** The type with attributes comes with the revision, so that no value of it can be made before. */
    @Test
    void documentsFitTheListsAndAttributesThatTheyBecome() throws Exception {
        revision(
                "1",
                "",
                "op.execute(\"CREATE TABLE t (id int PRIMARY KEY, a jsonb UNIQUE, b json NOT NULL, p jsonb, q jsonb NOT NULL UNIQUE)\");",
                "op.dropTable(\"t\");");
        revision(
                "2",
                "1",
                "op.createEnum(\"kind\", \"A\", \"B\"); "
                        + "op.createComposite(\"lens\", varchar(\"f\", 5), column(\"n\", \"numeric(4,3)\"), column(\"k\", \"kind\"), column(\"d\", \"date[]\")); "
                        + "op.alterColumn(\"t\", \"a\").type(\"int[]\")"
                        + ".using(\"(jsonb_populate_record(NULL::pg_class, jsonb_build_object('reloptions', a))).reloptions::int[]\"); "
                        + "op.alterColumn(\"t\", \"b\").type(\"varchar(4)[]\")"
                        + ".using(\"(json_populate_record(NULL::pg_class, json_build_object('reloptions', b))).reloptions\"); "
                        + "op.alterColumn(\"t\", \"p\").type(\"lens\").using(\"jsonb_populate_record(NULL::lens, p)\"); "
                        + "op.execute(\"CREATE TYPE pg_temp.lens_list AS (list lens[])\"); "
                        + "op.alterColumn(\"t\", \"q\").type(\"lens[]\")"
                        + ".using(\"(jsonb_populate_record(NULL::pg_temp.lens_list, jsonb_build_object('list', q))).list\"); "
                        + "op.execute(\"DROP TYPE pg_temp.lens_list\");",
                "op.irreversible(\"tested the one way\");");
        assertThat(holds("2").seeding().rows().values()).containsExactly(3);
    }

    /** A value that comes from another table fits there, too; both tables keep their rows. */
    @Test
    void keysFitAsTheirReferencesDo() throws Exception {
        revision(
                "1",
                "",
                "op.createTable(\"p\", varchar(\"code\", 50).notNull(), primaryKey(\"p_pkey\", \"code\")); "
                        + "op.createTable(\"t\", bigint(\"id\").notNull(), varchar(\"p_code\", 50).notNull()); "
                        + "op.addForeignKey(\"t\", \"t_p_fkey\", \"p_code\").references(\"p\", \"code\");",
                "op.dropTable(\"t\"); op.dropTable(\"p\");");
        revision(
                "2",
                "1",
                "op.alterColumn(\"t\", \"p_code\").type(\"varchar(4)\");",
                "op.alterColumn(\"t\", \"p_code\").type(\"varchar(50)\");");
        assertThat(holds("2").seeding().rows().values()).containsExactly(3, 3);
    }

    @Test
    void partsOfTypesFit() throws Exception {
        revision(
                "1",
                "",
                "op.execute(\"CREATE TYPE lens AS (f varchar(40), n numeric(10,2)); CREATE DOMAIN code AS varchar(40); "
                        + "CREATE TABLE t (id int PRIMARY KEY, c code NOT NULL UNIQUE, l lens, ls lens[])\");",
                "op.execute(\"DROP TABLE t; DROP TYPE lens; DROP DOMAIN code\");");
        revision(
                "2",
                "1",
                "op.renameType(\"lens\", \"old_lens\"); op.renameType(\"code\", \"old_code\"); "
                        + "op.createComposite(\"lens\", varchar(\"f\", 5), column(\"n\", \"numeric(4,3)\")); "
                        + "op.createDomain(\"code\", \"varchar(2)\"); "
                        + "op.alterColumn(\"t\", \"c\").type(\"code\").using(\"c::text::code\"); "
                        + "op.alterColumn(\"t\", \"l\").type(\"lens\").using(\"l::text::lens\"); "
                        + "op.alterColumn(\"t\", \"ls\").type(\"lens[]\").using(\"ls::text::lens[]\"); "
                        + "op.dropComposite(\"old_lens\"); op.dropDomain(\"old_code\");",
                "op.irreversible(\"cut\");");
        holds("2");
    }

    @Test
    void rowsFulfilChecksThatCome() throws Exception {
        revision(
                "1",
                "",
                "op.createTable(\"t\", bigint(\"id\").notNull(), integer(\"age\").notNull(), varchar(\"s\", 20).notNull(), "
                        + "text(\"name\"), date(\"a\"), date(\"b\"), bool(\"ok\"), primaryKey(\"t_pkey\", \"id\")); "
                        + "op.addCheck(\"t\", \"t_s\", \"s IN ('NEW', 'OLD', 'GONE')\"); "
                        + "op.addCheck(\"t\", \"t_age\", \"age > 0\");",
                "op.dropTable(\"t\");");
        revision(
                "2",
                "1",
                "op.dropConstraint(\"t\", \"t_s\"); op.dropConstraint(\"t\", \"t_age\"); "
                        + "op.addCheck(\"t\", \"t_s\", \"length(s) = 4 AND s LIKE 'G%'\"); op.renameColumn(\"t\", \"age\", \"years\"); "
                        + "op.addCheck(\"t\", \"t_age\", \"years BETWEEN 18 AND 120\"); op.addColumn(\"t\", integer(\"n\")); "
                        + "op.addCheck(\"t\", \"t_n\", \"n > years\"); op.addCheck(\"t\", \"t_len\", \"length(name) <= 3\"); "
                        + "op.addCheck(\"t\", \"t_ab\", \"a < b\"); op.addUnique(\"t\", \"t_ok\", \"ok\");",
                "op.dropConstraint(\"t\", \"t_n\"); op.dropColumn(\"t\", \"n\"); op.dropConstraint(\"t\", \"t_age\"); "
                        + "op.renameColumn(\"t\", \"years\", \"age\"); op.dropConstraint(\"t\", \"t_s\"); "
                        + "op.dropConstraint(\"t\", \"t_len\"); op.dropConstraint(\"t\", \"t_ab\"); "
                        + "op.dropConstraint(\"t\", \"t_ok\"); op.addCheck(\"t\", \"t_age\", \"age > 0\"); "
                        + "op.addCheck(\"t\", \"t_s\", \"s IN ('NEW', 'OLD', 'GONE')\");");
        ProofResult result = holds("2");
        assertThat(result.proved()).contains("the rows of 7 kept columns are still there");
    }

    /** Where no row can fulfil both, rows of before are made, and the proof says what they meet. */
    @Test
    void aCheckThatNoRowFulfilsIsMet() throws Exception {
        revision(
                "1",
                "",
                "op.createTable(\"t\", integer(\"n\").notNull()); op.addCheck(\"t\", \"t_n\", \"n > 0\");",
                "op.dropTable(\"t\");");
        revision(
                "2",
                "1",
                "op.dropConstraint(\"t\", \"t_n\"); op.addCheck(\"t\", \"t_n\", \"n < 0\");",
                "op.dropConstraint(\"t\", \"t_n\"); op.addCheck(\"t\", \"t_n\", \"n > 0\");");
        assertThat(failure("2", null).reason()).contains("The row is the proof's own");
    }

    private static final String ELEMENTS =
            "op.createTable(\"a\", integer(\"id\").notNull(), primaryKey(\"a_pkey\", \"id\")); "
                    + "op.createTable(\"a_p\", integer(\"a_id\").notNull(), varchar(\"p\", 20)); "
                    + "op.addForeignKey(\"a_p\", \"a_p_fkey\", \"a_id\").references(\"a\", \"id\");";

    /** Two elements have one owner: a place that is the same for all of them is no key, and that shows here already. */
    @Test
    void aConstantIsNoPlaceInAList() throws Exception {
        revision("1", "", ELEMENTS, "op.dropTable(\"a_p\"); op.dropTable(\"a\");");
        String column = "op.addColumn(\"a_p\", integer(\"p_order\")); ";
        String key =
                "op.alterColumn(\"a_p\", \"p_order\").notNull(); op.addPrimaryKey(\"a_p\", \"a_p_pkey\", \"a_id\", \"p_order\");";
        String down = "op.dropConstraint(\"a_p\", \"a_p_pkey\"); op.dropColumn(\"a_p\", \"p_order\");";
        revision("2", "1", column + "op.execute(\"UPDATE a_p SET p_order = 0\"); " + key, down);
        ProofFailure failure = failure("2", null);
        assertThat(failure.step()).isEqualTo(ProofStep.UPGRADE);
        assertThat(failure.reason()).contains("a_p_pkey");

        revision(
                "3",
                "1",
                column
                        + "op.execute(\"UPDATE a_p SET p_order = n - 1 FROM (SELECT ctid AS at, row_number() OVER (PARTITION BY a_id) AS n "
                        + "FROM a_p) x WHERE at = a_p.ctid\"); " + key,
                down);
        holds("3");
    }

    /** A key over the owner alone, which comes, is one that the rows of before may fulfil. */
    @Test
    void aReferenceBecomesUnique() throws Exception {
        revision("1", "", ELEMENTS, "op.dropTable(\"a_p\"); op.dropTable(\"a\");");
        revision(
                "2",
                "1",
                "op.addColumn(\"a_p\", bool(\"gone\")); op.renameColumn(\"a_p\", \"a_id\", \"owner\"); "
                        + "op.createIndex(\"a_p_key\").on(\"a_p\", \"owner\").unique().where(\"gone IS NULL\");",
                "op.dropIndex(\"a_p_key\"); op.dropColumn(\"a_p\", \"gone\"); op.renameColumn(\"a_p\", \"owner\", \"a_id\");");
        holds("2");
    }
}
