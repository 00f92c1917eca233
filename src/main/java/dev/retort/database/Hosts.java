package dev.retort.database;

import dev.retort.UsageException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the hosts of a connection together from libpq's three lists: names, addresses to go to in their place, and ports.
 *
 * <p>Source: PostgreSQL's manual, "Specifying Multiple Hosts"; {@code connectOptions2} of fe-connect.c.
 */
final class Hosts {

    private Hosts() {}

    /**
     * The hosts, in their order.
     *
     * @throws UsageException if the lists do not fit together, or hold what the driver cannot go to
     */
    static List<Host> of(@Nullable Stated names, @Nullable Stated addresses, @Nullable Stated ports) {
        List<String> eachName = parts(names);
        List<String> eachAddress = parts(addresses);
        List<String> eachPort = parts(ports);
        int count = Math.max(1, Math.max(eachName.size(), eachAddress.size()));
        if (names != null && addresses != null && !eachName.isEmpty() && !eachAddress.isEmpty()) {
            requireAsMany(names, "host name", eachName.size(), addresses, "address", eachAddress.size());
        }
        if (ports != null && eachPort.size() > 1 && eachPort.size() != count) {
            Stated hosts = Stated.first(eachName.isEmpty() ? addresses : names, ports);
            requireAsMany(hosts == null ? ports : hosts, "host", count, ports, "port", eachPort.size());
        }
        List<Host> hosts = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            String name = at < eachName.size() ? eachName.get(at) : "";
            String address = at < eachAddress.size() ? eachAddress.get(at) : "";
            if (!address.isEmpty() && addresses != null) {
                requireAddress(address, addresses.origin());
            } else if (names != null) {
                requireNoSocket(name, names.origin());
            }
            String port = eachPort.isEmpty() ? "" : eachPort.get(Math.min(at, eachPort.size() - 1));
            int number = port.isEmpty() || ports == null ? Host.DEFAULT_PORT : Ports.parse(port, ports.origin());
            hosts.add(
                    address.isEmpty()
                            ? new Host(name.isEmpty() ? "localhost" : name, number)
                            : new Host(name.isEmpty() ? address : name, number, name.isEmpty() ? null : address));
        }
        requireOneAddressEach(hosts);
        return hosts;
    }

    private static List<String> parts(@Nullable Stated list) {
        return list == null || list.text().isEmpty()
                ? List.of()
                : List.of(list.text().split(",", -1));
    }

    private static void requireAsMany(Stated some, String what, int many, Stated others, String which, int count) {
        if (many != count) {
            throw new UsageException(
                    others.origin() + " does not fit "
                            + (some.origin().equals(others.origin()) ? "itself" : some.origin()),
                    "there "
                            + (count == 1
                                    ? "is 1 " + which
                                    : "are " + count + " " + which + (which.endsWith("s") ? "es" : "s"))
                            + " for " + many + " " + what + (many == 1 ? "" : "s"),
                    "Name as many of the one as of the other, separated by commas.");
        }
    }

    private static void requireNoSocket(String name, String origin) {
        if (name.startsWith("/") || name.startsWith("@")) {
            throw new UsageException(
                    "the database's host is the Unix socket " + name,
                    origin + " says so, and the PostgreSQL driver of Java connects over TCP alone",
                    "Name a host instead: --url postgresql://localhost:5432/DATABASE");
        }
    }

    /** libpq takes no name here, so that no name server is asked. */
    private static void requireAddress(String address, String origin) {
        if (!address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%[0-9A-Za-z_.-]+)?")
                || !isAddress(address)) {
            throw new UsageException(
                    "hostaddr is \"" + address + "\"",
                    origin + " says so, and it is an address, such as 10.0.0.7 or ::1",
                    "Write a name as host instead.");
        }
    }

    private static boolean isAddress(String text) {
        try {
            InetAddress.getByName(text);
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The driver tells its sockets apart by name and port. */
    private static void requireOneAddressEach(List<Host> hosts) {
        Map<String, String> reached = new HashMap<>();
        for (Host host : hosts) {
            String before = reached.putIfAbsent(host.named(), host.reached());
            if (before != null && !before.equals(host.reached())) {
                throw new UsageException(
                        "the host " + host.named() + " has the addresses " + before + " and " + host.reached(),
                        "the PostgreSQL driver of Java tells hosts apart by name and port",
                        "Name the addresses as hosts: --url 'postgresql:///DATABASE?host=" + before + ","
                                + host.reached() + "'");
            }
        }
    }
}
