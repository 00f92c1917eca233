package dev.retort.command.tenant;

import dev.retort.DatabaseException;
import dev.retort.RetortException;
import dev.retort.UsageException;
import dev.retort.command.Workspace;
import dev.retort.command.config.Config;
import dev.retort.database.Database;
import dev.retort.database.KeptConnections;
import dev.retort.runtime.SqlSession;
import dev.retort.runtime.Standing;
import dev.retort.runtime.Standings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Finds the tenants that the settings name, and where each stands. One that cannot be asked is found too, with the reason. */
public final class Tenants implements AutoCloseable {

    private static final String BY_PATTERN = "SELECT nspname::text AS tenant FROM pg_catalog.pg_namespace"
            + " WHERE nspname LIKE ? AND nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY nspname COLLATE \"C\"";

    private final Workspace workspace;
    private final Config config;
    private final Question question;
    private final Chosen chosen;
    private final List<KeptConnections> kept = Collections.synchronizedList(new ArrayList<>());

    /** Asks where schemas of a database stand; those that do not exist are left out. */
    @FunctionalInterface
    interface Question {
        SortedMap<String, Standing> ask(Database database, Collection<String> namespaces);
    }

    /** Those of a workspace; nothing but their version tables is read, and what is half done. */
    public Tenants(Workspace workspace) {
        this(workspace, Standings::rows);
    }

    /** Those of a workspace, asked like this. */
    Tenants(Workspace workspace, Question question) {
        this.workspace = workspace;
        this.config = workspace.config();
        this.question = question;
        this.chosen = new Chosen(config.tenants());
    }

    /**
     * All of them, in the order of the file or the query, else of their names.
     *
     * @param command what needs them, such as {@code upgrade}
     * @throws UsageException if the settings contradict each other, name none, or choose one that is none of them
     * @throws DatabaseException if the one database that holds all of them cannot be asked
     */
    public List<Found> find(String command) {
        if (config.schemaPerTenant().isPresent() && config.tenantsQuery().isPresent()) {
            throw new UsageException(
                    "Tenants are named twice",
                    "both schema-per-tenant and tenants-query say which schemas they are.",
                    "Leave one of them out.");
        }
        Path file = config.tenantsFile().orElse(null);
        List<Database> databases = file == null
                ? List.of(workspace.tenantsDatabase(command))
                : chosen.among(databases(file), config.namesTenantSchemas());
        List<Found> found = file == null ? of(databases.get(0), false) : ofEach(databases);
        chosen.requireAll(found.stream().map(Found::tenant).toList());
        if (found.isEmpty()) {
            throw new UsageException(
                    "There are no tenants",
                    file == null
                            ? "no schema of " + databases.get(0).display() + " is one by "
                                    + config.schemaPerTenant()
                                            .map(pattern -> "the pattern \"" + pattern + "\"")
                                            .orElse("the query")
                                    + "."
                            : file + " names none.",
                    "In a pattern, % stands for any text and _ for any character, as in LIKE: --schema-per-tenant 'tenant_%'");
        }
        return found;
    }

    @Override
    public void close() {
        kept.forEach(KeptConnections::close);
    }

    /** As many at a time as are worked on at a time: to connect to a server far away takes its time. */
    private List<Found> ofEach(List<Database> databases) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.max(1, Math.min(config.jobs(), databases.size())), work -> {
                    Thread thread = new Thread(work, "tenants-find");
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            return databases.stream()
                    .map(database -> CompletableFuture.supplyAsync(() -> ofOne(database), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .flatMap(List::stream)
                    .toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        } finally {
            threads.shutdownNow();
        }
    }

    /** One that cannot be asked stops no other. */
    private List<Found> ofOne(Database database) {
        try {
            return of(database, true);
        } catch (DatabaseException e) {
            return List.of(Found.failed(new Tenant(database.display(), database, "public"), e));
        }
    }

    private List<Found> of(Database database, boolean several) {
        if (!config.namesTenantSchemas()) {
            Tenant tenant = new Tenant(database.display(), database, "public");
            Standing standing = question.ask(database, List.of("public")).get("public");
            return List.of(new Found(tenant, standing == null ? Found.atBase() : standing, null));
        }
        KeptConnections connections = new KeptConnections(database);
        kept.add(connections);
        List<Tenant> tenants = chosen.among(schemas(connections).stream()
                .map(schema -> new Tenant(several ? database.display() + " " + schema : schema, connections, schema))
                .toList());
        try {
            SortedMap<String, Standing> standings = ask(connections, tenants);
            return tenants.stream().map(tenant -> found(tenant, standings)).toList();
        } catch (DatabaseException e) {
            // One table that is refused must stop no other: each is asked alone, and the one is found with its reason.
            return tenants.stream().map(tenant -> alone(connections, tenant)).toList();
        }
    }

    private Found alone(Database database, Tenant tenant) {
        try {
            return found(tenant, ask(database, List.of(tenant)));
        } catch (DatabaseException e) {
            return Found.failed(tenant, e);
        }
    }

    private static Found found(Tenant tenant, Map<String, Standing> standings) {
        Standing known = standings.get(tenant.namespace());
        if (isReserved(tenant.namespace())) {
            return Found.failed(
                    tenant,
                    new UsageException(
                            "The schema \"" + tenant.namespace() + "\" is nobody's to migrate",
                            "its name has a meaning of its own to PostgreSQL.",
                            "Leave it out of the tenants."));
        }
        if (known == null) {
            return Found.failed(
                    tenant,
                    new DatabaseException(
                            "There is no schema " + tenant.namespace() + " in "
                                    + tenant.database().display(),
                            "the tenants name it; nothing was changed for it.",
                            "Make it, in psql: CREATE SCHEMA " + quoted(tenant.namespace()) + ";"));
        }
        return new Found(tenant, known, null);
    }

    /** {@code $user} in a search path stands for the role, quoted or not. */
    private static boolean isReserved(String schema) {
        return schema.startsWith("pg_") || schema.equals("information_schema") || schema.equals("$user");
    }

    private Collection<String> schemas(Database database) {
        try (SqlSession session = SqlSession.open(database)) {
            String query = config.tenantsQuery().orElse(null);
            if (query == null) {
                return session.query(BY_PATTERN, config.schemaPerTenant().orElse("")).stream()
                        .map(row -> row.string("tenant"))
                        .toList();
            }
            return session.rolledBack(() -> {
                session.execute("SET TRANSACTION READ ONLY");
                Set<String> names = new LinkedHashSet<>();
                session.query(query).forEach(row -> names.add(name(row.values())));
                return names;
            });
        } catch (DatabaseException e) {
            throw config.tenantsQuery().isPresent() && e.statement() != null
                    ? new DatabaseException(
                            "The query for tenants failed on " + database.display(),
                            e.reason(),
                            "Correct tenants-query: it gives one column, the names of the schemas.",
                            e.sqlState(),
                            e.statement())
                    : e;
        }
    }

    private static String name(Map<String, ?> row) {
        Object value = row.size() == 1 ? row.values().iterator().next() : null;
        if (value == null || value.toString().isEmpty()) {
            throw new UsageException(
                    "The query for tenants gives a row that names none",
                    row.size() == 1 ? "its value is null or empty." : "it has " + row.size() + " columns.",
                    "Correct tenants-query: it gives one column, the names of the schemas.");
        }
        return value.toString();
    }

    private SortedMap<String, Standing> ask(Database database, List<Tenant> tenants) {
        return question.ask(database, tenants.stream().map(Tenant::namespace).toList());
    }

    private List<Database> databases(Path file) {
        List<Database> databases = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String url = line.strip();
                if (!url.isEmpty() && !url.startsWith("#")) {
                    databases.add(workspace.databaseAt(url));
                }
            }
        } catch (IOException e) {
            throw new UsageException(
                            "Cannot read the tenants of " + file,
                            e.getClass().getSimpleName() + ": " + Objects.toString(e.getMessage(), "") + ".",
                            "Correct tenants-file: it holds a URL a line, and # before a remark.")
                    .causedBy(e);
        } catch (RetortException e) {
            throw new UsageException("Cannot read the tenants of " + file, e.failure() + ": " + e.reason(), e.cure());
        }
        return databases;
    }

    private static String quoted(String schema) {
        return '"' + schema.replace("\"", "\"\"") + '"';
    }
}
