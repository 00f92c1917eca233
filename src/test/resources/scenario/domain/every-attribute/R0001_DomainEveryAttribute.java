package scenario;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import dev.retort.migration.Warning;

/**
 * Domain/every-attribute.
 *
 * <p><b>Review before applying</b>
 * <ul>
 *   <li><b>data-dependent-check</b> the check filled on the domain d fails if a value in t.d does not satisfy
 *       {@code value <> ' '}. See them with {@code SELECT * FROM t WHERE EXISTS (SELECT FROM (SELECT d AS value) AS v
 *       WHERE NOT (value <> ' '))}.
 *   <li><b>data-dependent-check</b> the check fresh on the domain d fails if a value in t.d does not satisfy
 *       {@code value <> 'y'}. See them with {@code SELECT * FROM t WHERE EXISTS (SELECT FROM (SELECT d AS value) AS v
 *       WHERE NOT (value <> 'y'))}.
 *   <li><b>data-dependent-not-null</b> the domain d becomes required: it fails if t.d holds null. See them with
 *       {@code SELECT * FROM t WHERE d IS NULL}.
 *   <li><b>type-rebuild</b> collates: PostgreSQL cannot change the type in place: it is rebuilt, and every table that
 *       uses it is rewritten. See how much is written anew with
 *       {@code SELECT pg_size_pretty(pg_total_relation_size('t'))}; where nobody can wait for that, run it at a quiet
 *       hour.
 *   <li><b>downgrade-can-fail</b> on the way down, the check filled on the domain d fails if a value in t.d does not
 *       satisfy {@code value <> ''}. See them with {@code SELECT * FROM t WHERE EXISTS (SELECT FROM (SELECT d AS value)
 *       AS v WHERE NOT (value <> ''))}.
 *   <li><b>downgrade-can-fail</b> on the way down, the check gone on the domain d fails if a value in t.d does not
 *       satisfy {@code value <> 'x'}. See them with {@code SELECT * FROM t WHERE EXISTS (SELECT FROM (SELECT d AS
 *       value) AS v WHERE NOT (value <> 'x'))}.
 * </ul>
 */
@Revision(id = "0001", message = "domain/every-attribute", created = "2026-01-02T03:04:05Z")
@Warning({"data-dependent-check", "data-dependent-not-null", "type-rebuild", "downgrade-can-fail"})
public final class R0001_DomainEveryAttribute implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.renameType("collates", "retort_old_collates");
        op.createDomain("collates", "text").collate("C");
        op.createDomain("fresh", "integer").check("fresh_check", "value > 0");
        op.alterDomain("d")
                .dropCheck("filled")
                .dropCheck("gone")
                .defaultTo("'b'")
                .notNull()
                .addCheck("filled", "value <> ' '")
                .addCheck("fresh", "value <> 'y'");

        op.alterColumn("t", "c").type("collates").using("c::text::collates");

        op.dropDomain("gone");
        op.dropDomain("retort_old_collates");
    }

    @Override
    public void downgrade(Operations op) {
        op.renameType("collates", "retort_old_collates");
        op.createDomain("collates", "text");
        op.createDomain("gone", "integer");
        op.alterDomain("d")
                .dropCheck("filled")
                .dropCheck("fresh")
                .defaultTo("'a'")
                .nullable()
                .addCheck("filled", "value <> ''")
                .addCheck("gone", "value <> 'x'");

        op.alterColumn("t", "c").type("collates").using("c::text::collates");

        op.dropDomain("fresh");
        op.dropDomain("retort_old_collates");
    }
}
