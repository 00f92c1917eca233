package dev.retort.database;

import java.nio.file.Path;
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

    private final List<String> passedOver;

    private Connector(ConnectionUrl url, Map<String, String> env) {
        this.url = url;
        this.env = env;
        this.written = new LinkedHashMap<>(url.parameters());
        this.passedOver = url.language() == null ? List.of() : PythonParameters.translate(written);
        this.serviceName = first(written.remove("service"), env.get("PGSERVICE"));
        String file = url.jdbc() ? null : written.remove("servicefile");
        this.service =
                new LinkedHashMap<>(serviceName.isEmpty() ? Map.of() : ServiceFile.parameters(serviceName, file, env));
    }

    static JdbcDatabase resolve(ConnectionUrl url, @Nullable String statedUser, Map<String, String> env) {
        return new Connector(url, env).resolve(statedUser);
    }

    private JdbcDatabase resolve(@Nullable String statedUser) {
        String writtenUser = firstOrNull(written.remove("user"), url.user());
        String writtenPassword = firstOrNull(written.remove("password"), url.password());
        String servicesUser = service.remove("user");
        String servicesPassword = service.remove("password");
        String user = first(
                statedUser, writtenUser, servicesUser, env.get("PGUSER"), System.getProperty("user.name"), "postgres");
        List<Host> hosts = hosts();
        String database = first(
                written.remove(url.jdbc() ? "PGDBNAME" : "dbname"),
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
        return new JdbcDatabase(hosts, database, properties, passedOver);
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
            RootCertificate.apply(properties, env);
            DriverParameters.add(written, properties);
        } else {
            written.forEach((name, value) -> LibpqParameters.add(name, value, ConnectionUrl.ORIGIN, properties));
            RootCertificate.apply(properties, env);
        }
        properties.putIfAbsent("ApplicationName", "retort");
        return properties;
    }

    /** libpq's parameters go before what stands in front of them in the URL; the driver's of a {@code jdbc:} URL do as well. */
    private List<Host> hosts() {
        // The driver goes where its own URL says.
        boolean driverKnows = url.jdbc() && (url.hosts() != null || written.containsKey("PGHOST"));
        Stated names = Stated.first(
                parameter("host", "PGHOST"),
                Stated.of(url.hosts(), ConnectionUrl.ORIGIN),
                services("host"),
                variable("PGHOST"));
        Stated addresses = Stated.first(
                url.jdbc() ? null : parameter("hostaddr", ""), services("hostaddr"), variable("PGHOSTADDR"));
        Stated ports = Stated.first(
                parameter("port", "PGPORT"),
                Stated.of(url.ports(), ConnectionUrl.ORIGIN),
                services("port"),
                variable("PGPORT"));
        return Hosts.of(names, driverKnows ? null : addresses, ports);
    }

    private @Nullable Stated parameter(String libpqs, String drivers) {
        String name = url.jdbc() ? drivers : libpqs;
        return Stated.of(written.remove(name), "the parameter " + name + " of the database URL");
    }

    private @Nullable Stated services(String name) {
        return Stated.nonEmpty(service.remove(name), "the service " + serviceName);
    }

    private @Nullable Stated variable(String name) {
        return Stated.nonEmpty(env.get(name), "the variable " + name);
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
