package scenario;

import static dev.retort.migration.Columns.*;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import dev.retort.migration.Warning;

/**
 * Composite/attributes-in-use.
 *
 * <p><b>Review before applying</b>
 * <ul>
 *   <li><b>narrowing-type-change</b> the attribute amount of money_, integer, becomes numeric(10,2) in t.m: a larger
 *       value makes it fail. See them with {@code SELECT * FROM t WHERE abs((m).amount) >= 1e8}.
 *   <li><b>narrowing-type-change</b> the attribute amount of money_, integer, becomes numeric(10,2) in t.ms: a larger
 *       value makes it fail. See them with {@code SELECT * FROM t WHERE EXISTS (SELECT FROM unnest(ms) AS element WHERE
 *       abs((element).amount) >= 1e8)}.
 *   <li><b>type-rebuild</b> money_: PostgreSQL cannot change the type in place: it is rebuilt, and every table that
 *       uses it is rewritten. See how much is written anew with
 *       {@code SELECT pg_size_pretty(pg_total_relation_size('t'))}; where nobody can wait for that, run it at a quiet
 *       hour.
 *   <li><b>downgrade-loses-data</b> on the way down, the attribute amount of money_, numeric(10,2), becomes integer in
 *       t.m: a fraction is rounded. See them with {@code SELECT * FROM t WHERE (m).amount <> round((m).amount, 0) OR
 *       (m).amount NOT BETWEEN -2147483648 AND 2147483647}.
 *   <li><b>downgrade-loses-data</b> on the way down, the attribute amount of money_, numeric(10,2), becomes integer in
 *       t.ms: a fraction is rounded. See them with {@code SELECT * FROM t WHERE EXISTS (SELECT FROM unnest(ms) AS
 *       element WHERE (element).amount <> round((element).amount, 0) OR (element).amount NOT BETWEEN -2147483648 AND
 *       2147483647)}.
 *   <li><b>view-rebuild</b> v: the view reads what changes: it is dropped and created again. Nothing to do where nobody
 *       was granted anything on it: see with {@code \dp v} in psql.
 * </ul>
 */
@Revision(id = "0001", message = "composite/attributes-in-use", created = "2026-01-02T03:04:05Z")
@Warning({"narrowing-type-change", "type-rebuild", "downgrade-loses-data", "view-rebuild"})
public final class R0001_CompositeAttributesInUse implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.dropView("v");

        op.renameType("money_", "retort_old_money_");
        op.createComposite("money_", varchar("currency", 3), numeric("amount", 10, 2), text("note"));

        op.execute("""
                CREATE FUNCTION pg_temp.retort_old_money__to_new(retort_old_money_[]) RETURNS money_[] LANGUAGE sql AS '
                    SELECT CASE WHEN cardinality($1) > 0 THEN format(
                        array_fill(''%s''::text,
                            ARRAY(SELECT array_length($1, d) FROM generate_series(1, array_ndims($1)) AS d),
                            ARRAY(SELECT array_lower($1, d) FROM generate_series(1, array_ndims($1)) AS d))::text,
                        VARIADIC ARRAY(
                            SELECT left(substr(ARRAY[CASE WHEN element IS NOT DISTINCT FROM NULL THEN NULL
                                ELSE ROW((element).currency, (element).amount::numeric(10,2), NULL)::money_ \
                END]::text, 2), -1)
                            FROM (SELECT unnest($1) AS element, generate_series(1, cardinality($1)) AS place) AS old
                            ORDER BY place))::money_[]
                    ELSE $1::text::money_[] END'""");

        op.alterColumn("t", "m")
                .type("money_")
                .using("""
                        CASE WHEN m IS NOT DISTINCT FROM NULL THEN NULL
                            ELSE ROW((m).currency, (m).amount::numeric(10,2), NULL)::money_ END""");

        op.alterColumn("t", "ms").type("money_[]").using("pg_temp.retort_old_money__to_new(ms)");

        op.execute("DROP FUNCTION pg_temp.retort_old_money__to_new(retort_old_money_[])");

        op.dropComposite("retort_old_money_");

        op.createView("v", """
                SELECT (m).amount AS amount
                   FROM public.t""");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropView("v");

        op.renameType("money_", "retort_old_money_");
        op.createComposite("money_", integer("amount"), varchar("currency", 3));

        op.execute("""
                CREATE FUNCTION pg_temp.retort_old_money__to_new(retort_old_money_[]) RETURNS money_[] LANGUAGE sql AS '
                    SELECT CASE WHEN cardinality($1) > 0 THEN format(
                        array_fill(''%s''::text,
                            ARRAY(SELECT array_length($1, d) FROM generate_series(1, array_ndims($1)) AS d),
                            ARRAY(SELECT array_lower($1, d) FROM generate_series(1, array_ndims($1)) AS d))::text,
                        VARIADIC ARRAY(
                            SELECT left(substr(ARRAY[CASE WHEN element IS NOT DISTINCT FROM NULL THEN NULL
                                ELSE ROW((element).amount::integer, (element).currency)::money_ END]::text, 2), -1)
                            FROM (SELECT unnest($1) AS element, generate_series(1, cardinality($1)) AS place) AS old
                            ORDER BY place))::money_[]
                    ELSE $1::text::money_[] END'""");

        op.alterColumn("t", "m")
                .type("money_")
                .using("""
                        CASE WHEN m IS NOT DISTINCT FROM NULL THEN NULL
                            ELSE ROW((m).amount::integer, (m).currency)::money_ END""");

        op.alterColumn("t", "ms").type("money_[]").using("pg_temp.retort_old_money__to_new(ms)");

        op.execute("DROP FUNCTION pg_temp.retort_old_money__to_new(retort_old_money_[])");

        op.dropComposite("retort_old_money_");

        op.createView("v", """
                SELECT (m).amount AS amount
                   FROM public.t""");
    }
}
