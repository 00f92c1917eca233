package scenario;

import static dev.retort.migration.Columns.*;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import dev.retort.migration.Warning;

/**
 * Composite/comes-and-goes.
 *
 * <p><b>Review before applying</b>
 * <ul>
 *   <li><b>type-rebuild</b> address: PostgreSQL cannot change the type in place: it is rebuilt, and every table that
 *       uses it is rewritten. See how much is written anew with
 *       {@code SELECT pg_size_pretty(pg_total_relation_size('t'))}; where nobody can wait for that, run it at a quiet
 *       hour.
 *   <li><b>downgrade-can-fail</b> on the way down, the attribute city of address, character varying(20), becomes
 *       character varying(10) in t.a: a longer value makes it fail. See them with
 *       {@code SELECT * FROM t WHERE length((a).city) > 10}.
 *   <li><b>downgrade-can-fail</b> on the way down, the attribute city of address, character varying(20), becomes
 *       character varying(10) in t.all_of: a longer value makes it fail. See them with {@code SELECT * FROM t WHERE
 *       EXISTS (SELECT FROM unnest(all_of) AS element WHERE length((element).city) > 10)}.
 * </ul>
 */
@Revision(id = "0001", message = "composite/comes-and-goes", created = "2026-01-02T03:04:05Z")
@Warning({"type-rebuild", "downgrade-can-fail"})
public final class R0001_CompositeComesAndGoes implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.renameType("address", "retort_old_address");
        op.createComposite("address", text("street"), varchar("city", 20), column("zip", "character(5)"));
        op.createComposite("fresh", integer("a"));

        op.execute("""
                CREATE FUNCTION pg_temp.retort_old_address_to_new(retort_old_address[]) RETURNS address[] LANGUAGE sql \
                AS '
                    SELECT CASE WHEN cardinality($1) > 0 THEN format(
                        array_fill(''%s''::text,
                            ARRAY(SELECT array_length($1, d) FROM generate_series(1, array_ndims($1)) AS d),
                            ARRAY(SELECT array_lower($1, d) FROM generate_series(1, array_ndims($1)) AS d))::text,
                        VARIADIC ARRAY(
                            SELECT left(substr(ARRAY[CASE WHEN element IS NOT DISTINCT FROM NULL THEN NULL
                                ELSE ROW((element).street, (element).city::character varying(20), NULL)::address \
                END]::text, 2), -1)
                            FROM (SELECT unnest($1) AS element, generate_series(1, cardinality($1)) AS place) AS old
                            ORDER BY place))::address[]
                    ELSE $1::text::address[] END'""");

        op.alterColumn("t", "a")
                .type("address")
                .using("""
                        CASE WHEN a IS NOT DISTINCT FROM NULL THEN NULL
                            ELSE ROW((a).street, (a).city::character varying(20), NULL)::address END""");

        op.alterColumn("t", "all_of").type("address[]").using("pg_temp.retort_old_address_to_new(all_of)");

        op.execute("DROP FUNCTION pg_temp.retort_old_address_to_new(retort_old_address[])");

        op.addColumn("t", column("f", "fresh"));

        op.dropComposite("gone");
        op.dropComposite("retort_old_address");
    }

    @Override
    public void downgrade(Operations op) {
        op.renameType("address", "retort_old_address");
        op.createComposite("address", text("street"), varchar("city", 10));
        op.createComposite("gone", integer("a"));

        op.execute("""
                CREATE FUNCTION pg_temp.retort_old_address_to_new(retort_old_address[]) RETURNS address[] LANGUAGE sql \
                AS '
                    SELECT CASE WHEN cardinality($1) > 0 THEN format(
                        array_fill(''%s''::text,
                            ARRAY(SELECT array_length($1, d) FROM generate_series(1, array_ndims($1)) AS d),
                            ARRAY(SELECT array_lower($1, d) FROM generate_series(1, array_ndims($1)) AS d))::text,
                        VARIADIC ARRAY(
                            SELECT left(substr(ARRAY[CASE WHEN element IS NOT DISTINCT FROM NULL THEN NULL
                                ELSE ROW((element).street, (element).city)::text::address END]::text, 2), -1)
                            FROM (SELECT unnest($1) AS element, generate_series(1, cardinality($1)) AS place) AS old
                            ORDER BY place))::address[]
                    ELSE $1::text::address[] END'""");

        op.alterColumn("t", "a")
                .type("address")
                .using("""
                        CASE WHEN a IS NOT DISTINCT FROM NULL THEN NULL
                            ELSE ROW((a).street, (a).city)::text::address END""");

        op.alterColumn("t", "all_of").type("address[]").using("pg_temp.retort_old_address_to_new(all_of)");

        op.execute("DROP FUNCTION pg_temp.retort_old_address_to_new(retort_old_address[])");

        op.dropColumn("t", "f");

        op.dropComposite("fresh");
        op.dropComposite("retort_old_address");
    }
}
