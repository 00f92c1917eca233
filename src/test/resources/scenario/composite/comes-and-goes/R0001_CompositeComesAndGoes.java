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
                    SELECT CASE
                        WHEN cardinality($1) = 0 OR array_ndims($1) > 1 THEN $1::text::address[]
                        ELSE (
                            SELECT array_agg(CASE WHEN ($1)[i] IS NOT DISTINCT FROM NULL THEN NULL
                                ELSE ROW((($1)[i]).street, (($1)[i]).city::character varying(20), NULL)::address END
                                ORDER BY i)
                            FROM generate_subscripts($1, 1) AS i)
                    END'""");

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
                    SELECT CASE
                        WHEN cardinality($1) = 0 OR array_ndims($1) > 1 THEN $1::text::address[]
                        ELSE (
                            SELECT array_agg(CASE WHEN ($1)[i] IS NOT DISTINCT FROM NULL THEN NULL
                                ELSE ROW((($1)[i]).street, (($1)[i]).city)::text::address END
                                ORDER BY i)
                            FROM generate_subscripts($1, 1) AS i)
                    END'""");

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
