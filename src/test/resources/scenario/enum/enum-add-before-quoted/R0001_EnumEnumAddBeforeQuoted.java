package scenario;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import dev.retort.migration.Warning;

/**
 * Enum/enum-add-before-quoted.
 *
 * <p><b>Review before applying</b>
 * <ul>
 *   <li><b>enum-value-irreversible</b> PostgreSQL cannot take a value back: the downgrade rebuilds the type and fails
 *       while a row holds mid. Nothing to do while no column holds it: see with {@code WITH RECURSIVE held(type) AS
 *       (SELECT 'q'::regtype::oid UNION SELECT oid FROM held, pg_type LEFT JOIN pg_attribute ON attrelid = typrelid
 *       WHERE type IN (typelem, typbasetype, atttypid)) SELECT DISTINCT attrelid::regclass,
 *       pg_size_pretty(pg_total_relation_size(attrelid)) FROM pg_attribute JOIN held ON type = atttypid WHERE
 *       pg_total_relation_size(attrelid) > 0}.
 * </ul>
 */
@Revision(id = "0001", message = "enum/enum-add-before-quoted", created = "2026-01-02T03:04:05Z")
@Warning("enum-value-irreversible")
public final class R0001_EnumEnumAddBeforeQuoted implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addEnumValue("q", "mid").before("it's");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropEnum("q");
        op.createEnum("q", "a", "it's");
    }
}
