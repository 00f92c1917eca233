package scenario;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;

/**
 * Exclude/every-attribute.
 */
@Revision(id = "0001", message = "exclude/every-attribute", created = "2026-01-02T03:04:05Z")
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
