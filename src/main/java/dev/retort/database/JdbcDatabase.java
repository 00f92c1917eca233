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
    private final List<String> passedOver;

    /**
     * A database.
     *
     * @param hosts where it may be, tried in order
     * @param name the database's name
     * @param properties the driver's properties, user and password among them
     * @param passedOver the parameters of its URL that mean nothing here
     */
    JdbcDatabase(List<Host> hosts, String name, SortedMap<String, String> properties, List<String> passedOver) {
        this.passedOver = List.copyOf(passedOver);
        this.hosts = List.copyOf(hosts);
        this.name = name;
        this.properties = new TreeMap<>(properties);
    }

    /** Another database of the same server, with the same credentials. */
    public JdbcDatabase withDatabase(String otherName) {
        return new JdbcDatabase(hosts, otherName, properties, passedOver);
    }

    /** The parameters of its URL that mean nothing here, as they tune a driver of another language. */
    public List<String> passedOver() {
        return passedOver;
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
        if (hosts.stream().anyMatch(host -> host.address() != null)) {
            all.put("socketFactory", AddressedSockets.class.getName());
            all.put("socketFactoryArg", AddressedSockets.argument(hosts));
        }
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
        return " -h " + ShellWord.quoted(host.reached()) + " -p " + host.port()
                + (withUser && !user().isEmpty() ? " -U " + ShellWord.quoted(user()) : "");
    }

    private String url() {
        String named = hosts.stream().map(Host::named).collect(Collectors.joining(","));
        return "jdbc:postgresql://" + named + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** The address as it may be shown. */
    @Override
    public String toString() {
        return display();
    }
}
