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

    /** Variables of libpq that stand for a parameter; those of the session, such as {@code PGTZ}, are no matter of the connection. */
    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("PGSSLMODE", "sslmode"),
            Map.entry("PGREQUIRESSL", "requiressl"),
            Map.entry("PGSSLNEGOTIATION", "sslnegotiation"),
            Map.entry("PGSSLCERT", "sslcert"),
            Map.entry("PGSSLKEY", "sslkey"),
            Map.entry("PGSSLCERTMODE", "sslcertmode"),
            Map.entry("PGSSLROOTCERT", "sslrootcert"),
            Map.entry("PGSSLCRL", "sslcrl"),
            Map.entry("PGSSLCRLDIR", "sslcrldir"),
            Map.entry("PGSSLMINPROTOCOLVERSION", "ssl_min_protocol_version"),
            Map.entry("PGSSLMAXPROTOCOLVERSION", "ssl_max_protocol_version"),
            Map.entry("PGREQUIREAUTH", "require_auth"),
            Map.entry("PGCHANNELBINDING", "channel_binding"),
            Map.entry("PGGSSENCMODE", "gssencmode"),
            Map.entry("PGGSSLIB", "gsslib"),
            Map.entry("PGGSSDELEGATION", "gssdelegation"),
            Map.entry("PGKRBSRVNAME", "krbsrvname"),
            Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
            Map.entry("PGOPTIONS", "options"),
            Map.entry("PGAPPNAME", "application_name"),
            Map.entry("PGTARGETSESSIONATTRS", "target_session_attrs"),
            Map.entry("PGLOADBALANCEHOSTS", "load_balance_hosts"));

    private final ConnectionUrl url;
    private final Map<String, String> env;

    /** What is left of the URL's parameters, in the driver's words for a {@code jdbc:} URL and in libpq's for another. */
    private final Map<String, String> written;

    /** What is left of the service's, in libpq's words. */
    private final Map<String, String> service;

    private final String serviceName;

    private Connector(ConnectionUrl url, Map<String, String> env) {
        this.url = url;
        this.env = env;
        this.written = new LinkedHashMap<>(url.parameters());
        this.serviceName = first(written.remove("service"), env.get("PGSERVICE"));
        String file = url.jdbc() ? null : written.remove("servicefile");
        this.service =
                new LinkedHashMap<>(serviceName.isEmpty() ? Map.of() : ServiceFile.parameters(serviceName, file, env));
    }

    static JdbcDatabase resolve(ConnectionUrl url, @Nullable String statedUser, Map<String, String> env) {
        return new Connector(url, env).resolve(statedUser);
    }

    private JdbcDatabase resolve(@Nullable String statedUser) {
        String writtenUser = firstOrNull(url.user(), written.remove("user"));
        String writtenPassword = firstOrNull(url.password(), written.remove("password"));
        String servicesUser = service.remove("user");
        String servicesPassword = service.remove("password");
        String user = first(
                statedUser, writtenUser, servicesUser, env.get("PGUSER"), System.getProperty("user.name"), "postgres");
        List<Host> hosts = hosts();
        String database = first(
                url.jdbc() ? null : written.remove("dbname"),
                url.database(),
                service.remove("dbname"),
                env.get("PGDATABASE"),
                user);
        String passwordFile = firstOrNull(url.jdbc() ? null : written.remove("passfile"), service.remove("passfile"));
        SortedMap<String, String> properties = properties();
        properties.put("user", user);
        String password = firstOrNull(
                isOthers(writtenUser, user) ? null : writtenPassword,
                env.get("RETORT_PASSWORD"),
                isOthers(servicesUser, user) ? null : servicesPassword,
                env.get("PGPASSWORD"),
                passwordFile(passwordFile).password(hosts, database, user));
        if (password != null) {
            properties.put("password", password);
        }
        return new JdbcDatabase(hosts, database, properties);
    }

    /** A password that stands beside another user's name is not this user's. */
    private static boolean isOthers(@Nullable String statedBeside, String user) {
        return statedBeside != null && !statedBeside.equals(user);
    }

    private PasswordFile passwordFile(@Nullable String stated) {
        return stated != null
                ? new PasswordFile(Path.of(stated))
                : PasswordFile.of(env, System.getProperty("os.name", ""));
    }

    private SortedMap<String, String> properties() {
        SortedMap<String, String> properties = new TreeMap<>();
        new TreeMap<>(VARIABLES).forEach((variable, parameter) -> {
            String value = env.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                LibpqParameters.add(parameter, value, "the variable " + variable, properties);
            }
        });
        service.forEach((name, value) -> LibpqParameters.add(name, value, "the service " + serviceName, properties));
        if (url.jdbc()) {
            DriverParameters.add(written, properties);
        } else {
            written.forEach((name, value) -> LibpqParameters.add(name, value, "the database URL", properties));
        }
        properties.putIfAbsent("ApplicationName", "retort");
        return properties;
    }

    /** The hosts of the URL; libpq also takes {@code host}, {@code hostaddr} and {@code port} as parameters, separated by commas. */
    private List<Host> hosts() {
        List<ConnectionUrl.WrittenHost> stated = url.hosts();
        String hostParameter = url.jdbc() ? null : firstOrNull(written.remove("host"), written.remove("hostaddr"));
        String servicesHost = firstOrNull(service.remove("host"), service.remove("hostaddr"));
        String ports =
                firstOrNull(url.jdbc() ? null : written.remove("port"), service.remove("port"), env.get("PGPORT"));
        if (stated.stream().allMatch(host -> host.name().isEmpty())) {
            String names = first(hostParameter, servicesHost, env.get("PGHOSTADDR"), env.get("PGHOST"), "localhost");
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
