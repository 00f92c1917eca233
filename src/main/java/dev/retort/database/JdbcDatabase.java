package dev.retort.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A database behind the PostgreSQL driver. */
public final class JdbcDatabase implements Database {

    private final List<Host> hosts;
    private final String name;
    private final SortedMap<String, String> properties;

    /**
     * A database.
     *
     * @param hosts where it may be, tried in order
     * @param name the database's name
     * @param properties the driver's properties, user and password among them
     */
    JdbcDatabase(List<Host> hosts, String name, SortedMap<String, String> properties) {
        this.hosts = List.copyOf(hosts);
        this.name = name;
        this.properties = new TreeMap<>(properties);
    }

    /** Another database of the same server, with the same credentials. */
    public JdbcDatabase withDatabase(String otherName) {
        return new JdbcDatabase(hosts, otherName, properties);
    }

    /** The database's name. */
    public String name() {
        return name;
    }

    /** The driver's properties, the password among them. */
    SortedMap<String, String> properties() {
        return new TreeMap<>(properties);
    }

    @Override
    public Connection connect() {
        Properties all = new Properties();
        all.putAll(properties);
        try {
            Connection connection = PostgresDriver.find().connect(url(), all);
            if (connection == null) {
                throw new IllegalStateException("the driver does not take its own URL");
            }
            return connection;
        } catch (SQLException e) {
            throw ConnectFailure.of(this, properties, e);
        }
    }

    @Override
    public String display() {
        return servers() + "/" + name;
    }

    /** The hosts with their ports, separated by commas. */
    String servers() {
        return hosts.stream().map(Host::display).collect(Collectors.joining(","));
    }

    @Override
    public String user() {
        return properties.getOrDefault("user", "");
    }

    /** The first host with its port, as a shell takes it. */
    String serverForPrograms() {
        return ShellWord.quoted(hosts.get(0).display());
    }

    /** What names this server to PostgreSQL's own programs: {@code  -h HOST -p PORT}, and {@code -U USER} where it is wanted. */
    String clientOptions(boolean withUser) {
        Host host = hosts.get(0);
        return " -h " + ShellWord.quoted(host.name()) + " -p " + host.port()
                + (withUser && !user().isEmpty() ? " -U " + ShellWord.quoted(user()) : "");
    }

    private String url() {
        return "jdbc:postgresql://" + servers() + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** The address as it may be shown. */
    @Override
    public String toString() {
        return display();
    }
}
