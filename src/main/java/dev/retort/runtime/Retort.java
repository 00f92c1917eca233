package dev.retort.runtime;

import dev.retort.DatabaseException;
import dev.retort.RefusedException;
import dev.retort.RevisionException;
import dev.retort.database.DataSourceDatabase;
import dev.retort.database.Database;
import dev.retort.revision.Target;
import java.time.Duration;
import java.util.Objects;
import java.util.SortedSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Revisions from inside an application: those compiled with it, on its own data source. Needs this jar and the PostgreSQL driver, no other. When several
 * processes start at once one runs the revisions, and the others wait for it and find nothing left to do.
 *
 * <pre>{@code
 * Retort.configure().dataSource(dataSource).revisions("com.acme.migrations").build().upgrade("head");
 * }</pre>
 */
public final class Retort {

    private final Database database;
    private final RevisionLoader revisions;
    private final RunSettings settings;
    private final RunListener listener;

    private Retort(Database database, RevisionLoader revisions, RunSettings settings, RunListener listener) {
        this.database = database;
        this.revisions = revisions;
        this.settings = settings;
        this.listener = listener;
    }

    /** Begins to say what shall run where. */
    public static Configuration configure() {
        return new Configuration();
    }

    /**
     * Brings the database up to a target; does nothing where it stands there.
     *
     * @param target {@code head}, an id, {@code +1} and so on, as on the command line
     * @return what ran
     * @throws RevisionException if there is no such target, or no way to it; nothing was changed
     * @throws DatabaseException if the server refuses a statement, or another run holds the lock for too long; the message says what was kept
     */
    public RunResult upgrade(String target) {
        return runner().run(Plan.upgradeTo(Target.parse(target)));
    }

    /**
     * Brings the database up to a target, as far as a phase of the application's deployment goes.
     *
     * @param phase which part of the upgrade runs
     * @return what ran
     * @throws RefusedException if the phase after the deployment is asked for, and the one before has not run
     * @throws RevisionException as {@link #upgrade(String)}
     * @throws DatabaseException as {@link #upgrade(String)}
     */
    public RunResult upgrade(String target, DeployPhase phase) {
        return runner().run(phase.of(Plan.upgradeTo(Target.parse(target))));
    }

    /**
     * Brings the database back to a target.
     *
     * @param target an id, {@code base}, {@code -1} and so on, as on the command line
     * @return what ran
     * @throws RefusedException if a revision says that there is no way back; nothing was changed
     * @throws RevisionException if there is no such target, or no way to it; nothing was changed
     * @throws DatabaseException if the server refuses a statement; the message says what was kept
     */
    public RunResult downgrade(String target) {
        return runner().run(Plan.downgradeTo(Target.parse(target)));
    }

    /**
     * What {@link #upgrade} would run now; nothing is locked or changed.
     *
     * @throws RevisionException if there is no such target, or no way to it
     * @throws RefusedException if another revision is half done
     */
    public Plan plan(String target) {
        return Standing.of(database, settings.versionNamespace())
                .plan(Plan.upgradeTo(Target.parse(target)), revisions.graph());
    }

    /** The rows of the version table: the applied revisions that no other applied one needs; none at the base. */
    public SortedSet<String> current() {
        return Standing.of(database, settings.versionNamespace()).rows();
    }

    private Runner runner() {
        return new Runner(database, revisions, settings, listener, Surroundings.ofMachine());
    }

    /** What shall run where; {@link #dataSource} or {@link #database}, and {@link #revisions}, must be said. */
    public static final class Configuration {

        private @Nullable Database database;
        private @Nullable String packageName;
        private @Nullable ClassLoader classLoader;
        private RunSettings settings = RunSettings.DEFAULT;
        private RunListener listener = RunListener.SILENT;

        private Configuration() {}

        /** The database; a pool must have two connections to give. */
        public Configuration dataSource(DataSource source) {
            return database(new DataSourceDatabase(source));
        }

        /** The database, where it is not that of a data source: see {@link dev.retort.database.Databases}. */
        public Configuration database(Database place) {
            this.database = place;
            return this;
        }

        /** The package of the revisions, dotted; its sub-packages belong to it. */
        public Configuration revisions(String name) {
            this.packageName = name;
            return this;
        }

        /** What loads the revisions; default: the thread's context class loader. */
        public Configuration classLoader(ClassLoader loader) {
            this.classLoader = loader;
            return this;
        }

        /** How long to wait for another process that runs revisions; default: 60 s. */
        public Configuration lockWait(Duration wait) {
            this.settings = settings.withLockWait(wait);
            return this;
        }

        /** How long a statement may wait for a lock before it is tried again; default: 2 s. */
        public Configuration lockTimeout(Duration timeout) {
            this.settings = settings.withLockTimeout(timeout);
            return this;
        }

        /** How long a statement may run; default: 30 s where it changes the catalog alone, for ever where it reads or writes rows. */
        public Configuration statementTimeout(Duration timeout) {
            this.settings = settings.withStatementTimeout(timeout);
            return this;
        }

        /** What one transaction spans; default: a revision. */
        public Configuration transaction(TransactionSpan span) {
            this.settings = settings.withTransaction(span);
            return this;
        }

        /** Hears what happens, such as for the application's log. */
        public Configuration listener(RunListener ears) {
            this.listener = ears;
            return this;
        }

        /**
         * All is said.
         *
         * @throws NullPointerException if the database or the package is missing
         */
        public Retort build() {
            Database place = Objects.requireNonNull(database, "no dataSource(…) was given");
            String name = Objects.requireNonNull(packageName, "no revisions(\"package\") were given");
            ClassLoader known = classLoader;
            ClassLoader loader = known != null ? known : Thread.currentThread().getContextClassLoader();
            return new Retort(
                    place,
                    new ClassPathRevisionLoader(loader != null ? loader : Retort.class.getClassLoader(), name),
                    settings,
                    listener);
        }
    }
}
