package scenario;

import static dev.retort.migration.Columns.*;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import dev.retort.migration.Warning;

/**
 * Enum/rebuild-with-dependents.
 *
 * <p><b>Review before applying</b>
 * <ul>
 *   <li><b>enum-rebuild</b> every table that uses mood is rewritten, for the order of its values alone: they are the
 *       same, and happy, sad, ok is the order of the target. See how much is written anew with {@code SELECT
 *       pg_size_pretty(pg_total_relation_size('t') + pg_total_relation_size('u') + pg_total_relation_size('w'))}; where
 *       nobody can wait for that, run it at a quiet hour.
 *   <li><b>table-rewrite</b> every row gets a value in t.twice: the whole table is rewritten under a lock that stops
 *       readers. See how much is written anew with {@code SELECT pg_size_pretty(pg_total_relation_size('t'))}; where
 *       nobody can wait for that, run it at a quiet hour.
 *   <li><b>view-rebuild</b> v: the view reads what changes: it is dropped and created again. Nothing to do where nobody
 *       was granted anything on it: see with {@code \dp v} in psql.
 *   <li><b>view-rebuild</b> vv: the view reads what changes: it is dropped and created again. Nothing to do where
 *       nobody was granted anything on it: see with {@code \dp vv} in psql.
 * </ul>
 */
@Revision(id = "0001", message = "enum/rebuild-with-dependents", created = "2026-01-02T03:04:05Z")
@Warning({"enum-rebuild", "table-rewrite", "view-rebuild"})
public final class R0001_EnumRebuildWithDependents implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.dropView("vv");
        op.dropView("v");

        op.dropConstraint("w", "w_m_fkey");
        op.dropConstraint("t", "t_m_check");

        op.dropIndex("t_expr");
        op.dropIndex("t_partial");

        op.dropColumn("t", "twice");

        op.dropCast("character varying", "mood");
        op.replaceEnum("mood", "happy", "sad", "ok")
                .column("t", "m", "'sad'")
                .arrayColumn("t", "ms", "'{sad}'")
                .column("u", "m")
                .column("w", "m");
        op.createCast("character varying", "mood");

        op.addColumn("t",
                text("twice").generated("CASE WHEN m = 'sad'::mood THEN 'x' ELSE 'y' END").comment("computed"));

        op.addCheck("t", "t_m_check", "m <> 'ok'::mood");

        op.createIndex("t_expr").on("t", "(m = 'happy'::mood)");
        op.createIndex("t_partial").on("t", "id").where("m = 'sad'::mood");

        op.addForeignKey("w", "w_m_fkey", "m").references("u", "m");

        op.createView("v", """
                SELECT id,
                    m
                   FROM public.t
                  WHERE (m = 'happy'::public.mood)""");

        op.createView("vv", """
                SELECT id
                   FROM public.v""");

        op.commentOnIndex("t_partial", "partial");
        op.commentOnView("vv", "on a view");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropView("vv");
        op.dropView("v");

        op.dropConstraint("w", "w_m_fkey");
        op.dropConstraint("t", "t_m_check");

        op.dropIndex("t_expr");
        op.dropIndex("t_partial");

        op.dropColumn("t", "twice");

        op.dropCast("character varying", "mood");
        op.replaceEnum("mood", "sad", "ok", "happy")
                .column("t", "m", "'sad'")
                .arrayColumn("t", "ms", "'{sad}'")
                .column("u", "m")
                .column("w", "m");
        op.createCast("character varying", "mood");

        op.addColumn("t",
                text("twice").generated("CASE WHEN m = 'sad'::mood THEN 'x' ELSE 'y' END").comment("computed"));

        op.addCheck("t", "t_m_check", "m <> 'ok'::mood");

        op.createIndex("t_expr").on("t", "(m = 'happy'::mood)");
        op.createIndex("t_partial").on("t", "id").where("m = 'sad'::mood");

        op.addForeignKey("w", "w_m_fkey", "m").references("u", "m");

        op.createView("v", """
                SELECT id,
                    m
                   FROM public.t
                  WHERE (m = 'happy'::public.mood)""");

        op.createView("vv", """
                SELECT id
                   FROM public.v""");

        op.commentOnIndex("t_partial", "partial");
        op.commentOnView("vv", "on a view");
    }
}
