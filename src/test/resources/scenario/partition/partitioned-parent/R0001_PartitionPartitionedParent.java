package scenario;

import static dev.retort.migration.Columns.*;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import dev.retort.migration.Warning;

/**
 * Partition/partitioned-parent.
 *
 * <p><b>Review before applying</b>
 * <ul>
 *   <li><b>data-loss</b> the values of m.gone are lost. Where somebody needs them, write
 *       {@code op.execute("CREATE TABLE m_gone_kept AS SELECT id, at, gone FROM m")} above the drop, and in downgrade,
 *       right below where it is added again, {@code op.execute("UPDATE m SET gone = k.gone FROM m_gone_kept k WHERE
 *       k.id = m.id AND k.at = m.at")} and {@code op.execute("DROP TABLE m_gone_kept")}.
 *   <li><b>data-dependent-check</b> the check named on m fails if a row does not satisfy {@code name <> ''}. See them
 *       with {@code SELECT * FROM m WHERE NOT (name <> '')}.
 *   <li><b>data-dependent-not-null</b> m.name becomes required: it fails if a row holds null. Fill them with
 *       {@code --backfill m.name=VALUE}; see them with {@code SELECT * FROM m WHERE name IS NULL}.
 *   <li><b>unmanaged-partition</b> m has the partition m_2024, which this leaves as it is. Nothing to do, as PostgreSQL
 *       changes the columns, constraints and indexes of a partition with its parent's: see it with {@code \d m} in
 *       psql.
 *   <li><b>unmanaged-partition</b> m has the partition m_2025, which this leaves as it is.
 *   <li><b>unmanaged-partition</b> m has the partition m_2025_0, which this leaves as it is.
 *   <li><b>downgrade-can-fail</b> on the way down, m.name, text, becomes character varying(10): a longer value makes it
 *       fail. See them with {@code SELECT * FROM m WHERE length(name) > 10}.
 * </ul>
 */
@Revision(id = "0001", message = "partition/partitioned-parent", created = "2026-01-02T03:04:05Z")
@Warning({"data-loss", "data-dependent-check", "data-dependent-not-null", "unmanaged-partition", "downgrade-can-fail"})
public final class R0001_PartitionPartitionedParent implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("m", bigint("other"));
        op.alterColumn("m", "name").type("text").notNull().defaultTo("'x'");

        op.addCheck("m", "named", "name <> ''");

        op.createIndex("m_name_idx").on("m", "name");

        op.addForeignKey("m", "m_other", "other").references("other", "id");

        op.dropColumn("m", "gone");

        op.commentOnTable("m", "measured");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropConstraint("m", "m_other");
        op.dropConstraint("m", "named");

        op.dropIndex("m_name_idx");

        op.addColumn("m", text("gone"));
        op.alterColumn("m", "name").nullable().noDefault().type("character varying(10)");
        op.dropColumn("m", "other");

        op.commentOnTable("m", null);
    }
}
