package dev.retort.diff;

import dev.retort.operation.AlterDomain;
import dev.retort.operation.DomainChange;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The locks of the statements that the differ writes where no operation says them; of other SQL nothing is known. */
final class WrittenLocks {

    private static final String NAME = "((?:(?:\"(?:[^\"]|\"\")*\"|[\\w$]+)\\.)?(?:\"(?:[^\"]|\"\")*\"|[\\w$]+))";

    private static final Pattern DOMAIN = Pattern.compile("ALTER DOMAIN " + NAME + " ADD CONSTRAINT .* NOT NULL");

    private static final Pattern COLUMN = Pattern.compile("ALTER TABLE (?:ONLY )?" + NAME + " DROP COLUMN " + NAME);

    private static final Pattern TABLE = Pattern.compile("(?s)ALTER TABLE (?:ONLY )?" + NAME + " (.*)");

    /** What of a table changes while others read and write. */
    private static final Pattern QUIET =
            Pattern.compile("(?s)CLUSTER ON .*|SET \\(.*|ALTER COLUMN .* SET (?:STATISTICS|\\().*");

    private static final Pattern FIRING = Pattern.compile("(?s)(?:ENABLE|DISABLE) (?:REPLICA |ALWAYS )?TRIGGER .*");

    private static final Pattern HUNG = Pattern.compile("(?s)(CREATE|DROP) (?:CONSTRAINT )?(TRIGGER|POLICY|RULE) .*");

    private final Operation.Visitor<List<Lock>> locks;
    private final Schema now;
    private final Set<ObjectName> created;

    /**
     * For statements among operations.
     *
     * @param created the domains that they make, of which no column is yet
     */
    WrittenLocks(Operation.Visitor<List<Lock>> locks, Schema now, Set<ObjectName> created) {
        this.locks = locks;
        this.now = now;
        this.created = created;
    }

    List<Lock> of(Execute operation) {
        String sql = operation.sql();
        Matcher domain = DOMAIN.matcher(sql);
        Matcher column = COLUMN.matcher(sql);
        Matcher table = TABLE.matcher(sql);
        Matcher hung = HUNG.matcher(sql);
        if (domain.matches()) {
            ObjectName name = name(domain.group(1));
            return created.contains(name)
                    ? List.of()
                    : new AlterDomain(name, List.of(new DomainChange.SetNullable(false))).accept(locks);
        } else if (column.matches()) {
            return new DropColumn(name(column.group(1)), name(column.group(2)).name()).accept(locks);
        } else if (table.matches()) {
            boolean firing = FIRING.matcher(table.group(2)).matches();
            return QUIET.matcher(table.group(2)).matches()
                    ? List.of()
                    : List.of(Lock.moment(name(table.group(1)), firing ? Lock.Who.WRITERS : Lock.Who.ALL));
        } else if (hung.matches()) {
            boolean made = hung.group(1).equals("CREATE") && hung.group(2).equals("TRIGGER");
            return tables(sql, " ON ")
                    .map(name -> Lock.moment(name, made ? Lock.Who.WRITERS : Lock.Who.ALL))
                    .toList();
        }
        // Rows that are filled.
        return sql.startsWith("UPDATE ")
                ? tables(sql.substring("UPDATE".length()), " ")
                        .filter(name -> sql.startsWith("UPDATE " + SqlText.name(name) + " "))
                        .map(name -> Lock.work(name, Lock.Who.WRITERS, Lock.Work.FILL, ""))
                        .toList()
                : List.of();
    }

    private Stream<ObjectName> tables(String sql, String before) {
        String said = sql + " ";
        return now.tables().keySet().stream()
                .filter(name -> said.contains(before + SqlText.name(name) + " ")
                        || said.contains(before + ReservedWords.quote(name.namespace()) + "."
                                + ReservedWords.quote(name.name()) + " "));
    }

    /** As SQL spells it: a name that is not quoted is of small letters there already. */
    private static ObjectName name(String sql) {
        return ObjectName.parse(sql);
    }
}
