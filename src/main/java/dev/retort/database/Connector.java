package dev.retort.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fills in what a URL leaves open, from the environment and then from libpq's defaults. */
final class Connector {

    private Connector() {}

    static JdbcDatabase resolve(ConnectionUrl url, @Nullable String statedUser, Map<String, String> env) {
        SortedMap<String, String> properties = new TreeMap<>(url.parameters());
        String user = first(statedUser, url.user(), properties.remove("user"), env.get("PGUSER"));
        if (user == null) {
            user = System.getProperty("user.name", "postgres");
        }
        List<Host> hosts = new ArrayList<>();
        String defaultPort = env.get("PGPORT");
        for (ConnectionUrl.WrittenHost written : url.hosts()) {
            String name = first(written.name(), env.get("PGHOST"));
            Integer port = written.port();
            hosts.add(new Host(
                    name == null ? "localhost" : name,
                    port != null ? port : defaultPort == null ? Host.DEFAULT_PORT : Ports.parse(defaultPort)));
        }
        String database = first(url.database(), env.get("PGDATABASE"));
        String password =
                first(env.get("RETORT_PASSWORD"), url.password(), properties.remove("password"), env.get("PGPASSWORD"));
        properties.put("user", user);
        if (password != null) {
            properties.put("password", password);
        }
        properties.putIfAbsent("ApplicationName", "retort");
        return new JdbcDatabase(hosts, database == null ? user : database, properties);
    }

    private static @Nullable String first(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isEmpty()) {
                return candidate;
            }
        }
        return null;
    }
}
