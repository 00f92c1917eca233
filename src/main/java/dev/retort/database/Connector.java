package dev.retort.database;

import dev.retort.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fills in what a URL leaves open, from the environment and then from libpq's defaults. */
final class Connector {

    /** Variables of libpq that stand for a parameter. */
    private static final Map<String, String> VARIABLES = Map.of(
            "PGSSLMODE", "sslmode",
            "PGSSLCERT", "sslcert",
            "PGSSLKEY", "sslkey",
            "PGSSLROOTCERT", "sslrootcert",
            "PGSSLNEGOTIATION", "sslnegotiation",
            "PGCHANNELBINDING", "channel_binding",
            "PGCONNECT_TIMEOUT", "connect_timeout",
            "PGOPTIONS", "options",
            "PGAPPNAME", "application_name",
            "PGTARGETSESSIONATTRS", "target_session_attrs");

    private final ConnectionUrl url;
    private final Map<String, String> env;
    private final Map<String, String> written;

    private Connector(ConnectionUrl url, Map<String, String> env) {
        this.url = url;
        this.env = env;
        this.written = new LinkedHashMap<>(url.parameters());
    }

    static JdbcDatabase resolve(ConnectionUrl url, @Nullable String statedUser, Map<String, String> env) {
        return new Connector(url, env).resolve(statedUser);
    }

    private JdbcDatabase resolve(@Nullable String statedUser) {
        String writtenUser = firstOrNull(url.user(), written.remove("user"));
        String writtenPassword = firstOrNull(url.password(), written.remove("password"));
        String user = first(statedUser, writtenUser, env.get("PGUSER"), System.getProperty("user.name"), "postgres");
        List<Host> hosts = hosts();
        String database =
                first(url.jdbc() ? null : written.remove("dbname"), url.database(), env.get("PGDATABASE"), user);
        String passwordFile = url.jdbc() ? null : written.remove("passfile");
        SortedMap<String, String> properties = properties();
        properties.put("user", user);
        boolean othersPassword = statedUser != null && writtenUser != null && !statedUser.equals(writtenUser);
        String password = firstOrNull(
                othersPassword ? null : writtenPassword,
                env.get("RETORT_PASSWORD"),
                env.get("PGPASSWORD"),
                passwordFile(passwordFile).password(hosts.get(0), database, user));
        if (password != null) {
            properties.put("password", password);
        }
        return new JdbcDatabase(hosts, database, properties);
    }

    private PasswordFile passwordFile(@Nullable String stated) {
        return stated != null
                ? new PasswordFile(Path.of(stated))
                : PasswordFile.of(env, System.getProperty("os.name", ""));
    }

    private SortedMap<String, String> properties() {
        SortedMap<String, String> properties = new TreeMap<>();
        VARIABLES.forEach((variable, parameter) -> {
            String value = env.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                LibpqParameters.add(parameter, value, properties);
            }
        });
        if (url.jdbc()) {
            properties.putAll(written);
        } else {
            written.forEach((name, value) -> LibpqParameters.add(name, value, properties));
        }
        properties.putIfAbsent("ApplicationName", "retort");
        return properties;
    }

    /** The hosts of the URL; libpq also takes {@code host}, {@code hostaddr} and {@code port} as parameters, separated by commas. */
    private List<Host> hosts() {
        List<ConnectionUrl.WrittenHost> stated = url.hosts();
        String hostParameter = url.jdbc() ? null : firstOrNull(written.remove("host"), written.remove("hostaddr"));
        String ports = firstOrNull(url.jdbc() ? null : written.remove("port"), env.get("PGPORT"));
        if (stated.stream().allMatch(host -> host.name().isEmpty())) {
            String names = first(hostParameter, env.get("PGHOSTADDR"), env.get("PGHOST"), "localhost");
            Integer port = stated.get(0).port();
            stated = List.of(names.split(",")).stream()
                    .map(name -> new ConnectionUrl.WrittenHost(name, port))
                    .toList();
        }
        String[] eachPort = ports == null ? new String[] {String.valueOf(Host.DEFAULT_PORT)} : ports.split(",");
        List<Host> hosts = new ArrayList<>();
        for (ConnectionUrl.WrittenHost host : stated) {
            String name = host.name().isEmpty() ? "localhost" : host.name();
            if (name.startsWith("/") || name.startsWith("@")) {
                throw new UsageException(
                        "the database's host is the Unix socket " + name,
                        "the PostgreSQL driver of Java connects over TCP alone",
                        "Name a host instead: --url postgresql://localhost:5432/DATABASE");
            }
            String port = eachPort[Math.min(hosts.size(), eachPort.length - 1)];
            hosts.add(new Host(name, host.port() != null ? host.port() : Ports.parse(port)));
        }
        return hosts;
    }

    private static String first(@Nullable String... candidates) {
        String found = firstOrNull(candidates);
        return found == null ? "" : found;
    }

    private static @Nullable String firstOrNull(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isEmpty()) {
                return candidate;
            }
        }
        return null;
    }
}
