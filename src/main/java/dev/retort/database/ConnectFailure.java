package dev.retort.database;

import dev.retort.DatabaseException;
import java.io.FileNotFoundException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Says why a connection failed, by its SQLSTATE, and what to do about it. The driver's text holds no password, as it is given none in a URL. */
final class ConnectFailure {

    /** SQLSTATE sqlserver_rejected_establishment_of_sqlconnection, which the driver gives where the server refuses encryption or asks for a password. */
    private static final String REJECTED = "08004";

    private static final Pattern ROLE = Pattern.compile("(?:-c\\s*|--)role=((?:\\\\.|\\S)+)");

    private ConnectFailure() {}

    static DatabaseException of(JdbcDatabase database, SortedMap<String, String> properties, SQLException e) {
        String user = properties.getOrDefault("user", "");
        DatabaseException failure = new DatabaseException(
                "could not connect to " + database.display() + (user.isEmpty() ? "" : " as " + user),
                unknownHost(e)
                        .map(host -> "no address is known for the host " + host)
                        .orElse(said(e)),
                cure(e, database, properties));
        failure.initCause(e);
        return failure;
    }

    /** The host that no name server knows, where that is the cause; the driver says only that the attempt failed. */
    private static Optional<String> unknownHost(Throwable e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return Optional.of(String.valueOf(cause.getMessage()));
            }
        }
        return Optional.empty();
    }

    private static String cure(SQLException e, JdbcDatabase database, SortedMap<String, String> properties) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (isAboutTls(e)) {
            return "direct".equals(properties.get("sslNegotiation")) && isHangUp(e) ? notDirect() : tls(properties);
        }
        if (said(e).startsWith("Channel binding is required")) {
            return "channel_binding=require (in the URL, the service, or PGCHANNELBINDING) wants a server that asks for a password by SCRAM over TLS:"
                    + " scram-sha-256 and hostssl in its pg_hba.conf, and sslmode=require in the URL. Otherwise leave it out.";
        }
        if (said(e).contains("targetServerType")) {
            return "The servers answer, and none is of the kind that target_session_attrs (in the URL, the service, or PGTARGETSESSIONATTRS), or the driver's"
                    + " targetServerType, asks for. Revisions need one that takes writes: target_session_attrs=read-write";
        }
        if (said(e).contains("HostnameVerifier")) {
            return "The server's certificate is for another name. Connect by a name that stands in it, which shows: openssl s_client -starttls"
                    + " postgres -connect " + database.serverForPrograms();
        }
        if (REJECTED.equals(state) && !wantsTls(properties) && !properties.containsKey("password")) {
            return "The server asks for a password: put it into RETORT_PASSWORD or PGPASSWORD or ~/.pgpass, which nobody else may read.";
        }
        return wantsTls(properties) && REJECTED.equals(state) && said(e).contains(" SSL")
                ? noTls(properties)
                : cure(state, said(e), database, properties);
    }

    /** Certificates, keys and the handshake fail by exceptions of Java's own, with SQLSTATEs of a server that cannot be reached. */
    private static boolean isAboutTls(Throwable e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException
                    || cause instanceof GeneralSecurityException
                    || cause instanceof FileNotFoundException) {
                return true;
            }
        }
        return false;
    }

    /** Whether the server ended the handshake without a word about certificates. */
    private static boolean isHangUp(SQLException e) {
        String said = said(e);
        return said.contains("terminated the handshake") || said.contains("closed") || said.contains("reset");
    }

    private static String notDirect() {
        return "sslnegotiation=direct is understood by PostgreSQL 17 and later; an older server hangs up. Leave it out, or write sslnegotiation=postgres.";
    }

    private static String tls(SortedMap<String, String> properties) {
        String mode = properties.getOrDefault("sslmode", "prefer");
        return "The connection is encrypted as sslmode=" + mode
                + (mode.equals("verify-ca") ? " says, which require is where there is a root certificate" : " says")
                + ": name the server's authority with sslrootcert=FILE (sslrootcert=system in a postgresql:// URL takes Java's own),"
                + " and a certificate of one's own with sslcert and sslkey (a PKCS 8 key: .pem, .pk8 or .p12).";
    }

    private static String said(SQLException e) {
        return String.valueOf(e.getMessage());
    }

    private static boolean wantsTls(SortedMap<String, String> properties) {
        return Set.of("require", "verify-ca", "verify-full").contains(properties.getOrDefault("sslmode", ""))
                || "true".equals(properties.get("ssl"));
    }

    private static String noTls(SortedMap<String, String> properties) {
        return "Encryption is wanted by sslmode=" + properties.getOrDefault("sslmode", "require")
                + " (in the URL, the service, or PGSSLMODE), and the server has none: turn it on there, with ssl = on in postgresql.conf"
                + " and a certificate. Only where nobody else is on the way may the URL say sslmode=prefer.";
    }

    /** The role of {@code options=-c role=NAME}, which a session takes before it does anything; empty for none. */
    private static String taken(SortedMap<String, String> properties) {
        Matcher role = ROLE.matcher(properties.getOrDefault("options", ""));
        return role.find() ? role.group(1).replaceAll("\\\\(.)", "$1") : "";
    }

    private static String cure(String state, String said, JdbcDatabase database, SortedMap<String, String> properties) {
        String user = properties.getOrDefault("user", "");
        String taken = taken(properties);
        if (!taken.isEmpty() && said.contains("\"" + taken + "\"")) {
            return "The session takes the role " + taken
                    + " by the connection's options (in the URL, the service, or PGOPTIONS). "
                    + (state.equals("42501")
                            ? "Let an administrator type in psql: GRANT " + identifier(taken) + " TO "
                                    + identifier(user) + ";"
                            : "Correct its name there, or let an administrator type in psql: CREATE ROLE "
                                    + identifier(taken) + "; GRANT " + identifier(taken) + " TO " + identifier(user)
                                    + ";");
        }
        return switch (state) {
            case "08001", "08004", "08006" ->
                "Check that PostgreSQL runs there and that host and port are right: pg_isready"
                        + database.clientOptions(false);
            // Servers that ask for a password say the same of a role that they do not have, so as not to tell which
            // ones there are.
            case "28P01" ->
                "Set the password of " + (user.isEmpty() ? "the user" : user)
                        + " in RETORT_PASSWORD or PGPASSWORD or ~/.pgpass, or name another role with --user NAME: the server does not say whether it has this one.";
            case "28000" ->
                "Name a role that may log in with --user NAME. An administrator makes one in psql: CREATE ROLE "
                        + identifier(user.isEmpty() ? "name" : user)
                        + " LOGIN; where the role is there, pg_hba.conf has to admit it."
                        + ("disable".equals(properties.get("sslmode"))
                                ? " If the server asks for encryption, write sslmode=require in the URL."
                                : "");
            case "3D000" ->
                "Name another one with --url, or make it: createdb" + database.clientOptions(true) + " "
                        + (database.name().startsWith("-") ? "-- " : "") + ShellWord.quoted(database.name());
            case "42501" ->
                "Let an administrator type in psql: GRANT CONNECT ON DATABASE " + identifier(database.name()) + " TO "
                        + identifier(user) + ";";
            case "53300" -> "Wait until connections are free, or raise max_connections.";
            case "57P03" -> "The server is starting or stopping: try again in a moment.";
            default -> "Check the URL given with --url, or RETORT_URL.";
        };
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
