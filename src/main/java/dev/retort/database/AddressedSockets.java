package dev.retort.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.SocketFactory;

/**
 * Sockets that go to the address that is stated beside a host's name, as libpq's {@code hostaddr} wants it; the driver goes on to know the host by its name,
 * which is what a certificate says. The driver makes one by its name, with one text.
 */
public final class AddressedSockets extends SocketFactory {

    private final Map<String, String> addresses = new HashMap<>();

    /**
     * A factory.
     *
     * @param argument what {@link #argument} wrote
     */
    public AddressedSockets(String argument) {
        for (String one : argument.split(" ", -1)) {
            int equals = one.indexOf('=');
            addresses.put(one.substring(0, equals), one.substring(equals + 1));
        }
    }

    /** What a factory for these hosts has to be told. */
    static String argument(List<Host> hosts) {
        return hosts.stream().map(host -> host.named() + "=" + host.reached()).collect(Collectors.joining(" "));
    }

    @Override
    public Socket createSocket() {
        return new Addressed();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(InetSocketAddress.createUnresolved(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(localHost, localPort));
        socket.connect(InetSocketAddress.createUnresolved(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host.getHostName(), port, localHost, localPort);
    }

    private final class Addressed extends Socket {

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress named)) {
                throw new IOException("no address of the internet: " + endpoint);
            }
            String host = new Host(named.getHostString(), named.getPort()).named();
            String address = addresses.get(host);
            super.connect(address == null ? named : new InetSocketAddress(address, named.getPort()), timeout);
        }
    }
}
