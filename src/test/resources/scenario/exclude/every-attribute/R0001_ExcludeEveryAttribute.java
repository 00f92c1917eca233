package scenario;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import dev.retort.migration.Warning;

/**
 * Exclude/every-attribute.
 *
 * <p><b>Review before applying</b>
 * <ul>
 *   <li><b>data-dependent-exclusion</b> the exclusion constraint defers on t fails if two rows exclude one another. See
 *       them with {@code SELECT a.* FROM t AS a WHERE EXISTS (SELECT 1 FROM t AS b WHERE a.ctid <> b.ctid AND a.other =
 *       b.other)}.
 *   <li><b>data-dependent-exclusion</b> the exclusion constraint fresh on t fails if two rows exclude one another. See
 *       them with {@code SELECT a.* FROM t AS a WHERE EXISTS (SELECT 1 FROM t AS b WHERE a.ctid <> b.ctid AND a.other
 *       && b.other AND a.during && b.during)}.
 *   <li><b>data-dependent-exclusion</b> the exclusion constraint operators on t fails if two rows exclude one another.
 *       Try the upgrade on a copy of the database, with {@code retort upgrade head}: no row is in its way while
 *       {@code SELECT count(*) FROM t} is at most 1.
 *   <li><b>downgrade-can-fail</b> on the way down, the exclusion constraint defers on t fails if two rows exclude one
 *       another. See them with {@code SELECT a.* FROM t AS a WHERE EXISTS (SELECT 1 FROM t AS b WHERE a.ctid <> b.ctid
 *       AND a.other = b.other)}.
 *   <li><b>downgrade-can-fail</b> on the way down, the exclusion constraint gone on t fails if two rows exclude one
 *       another. See them with {@code SELECT a.* FROM t AS a WHERE EXISTS (SELECT 1 FROM t AS b WHERE a.ctid <> b.ctid
 *       AND a.other && b.other)}.
 *   <li><b>downgrade-can-fail</b> on the way down, the exclusion constraint operators on t fails if two rows exclude
 *       one another. See them with {@code SELECT a.* FROM t AS a WHERE EXISTS (SELECT 1 FROM t AS b WHERE a.ctid <>
 *       b.ctid AND a.during && b.during)}.
 * </ul>
 */
@Revision(id = "0001", message = "exclude/every-attribute", created = "2026-01-02T03:04:05Z")
@Warning({"data-dependent-exclusion", "downgrade-can-fail"})
public final class R0001_ExcludeEveryAttribute implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.dropConstraint("t", "defers");
        op.dropConstraint("t", "gone");
        op.dropConstraint("t", "operators");
        op.addExclusion("t", "defers", "EXCLUDE USING gist (other WITH =) DEFERRABLE INITIALLY DEFERRED");
        op.addExclusion("t", "fresh", "EXCLUDE USING gist (other WITH &&, during WITH &&)");
        op.addExclusion("t", "operators", "EXCLUDE USING gist (during WITH =) WHERE ((NOT isempty(during)))");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropConstraint("t", "defers");
        op.dropConstraint("t", "fresh");
        op.dropConstraint("t", "operators");
        op.addExclusion("t", "defers", "EXCLUDE USING gist (other WITH =)");
        op.addExclusion("t", "gone", "EXCLUDE USING gist (other WITH &&)");
        op.addExclusion("t", "operators", "EXCLUDE USING gist (during WITH &&)");
    }
}
