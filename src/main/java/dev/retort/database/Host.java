package dev.retort.database;

import org.jspecify.annotations.Nullable;

/**
 * Where a server listens.
 *
 * @param name the host name or address, an IPv6 address without its brackets
 * @param port the TCP port
 * @param address the address to connect to where it is stated beside the name, which then is what a certificate and the password file say
 */
record Host(String name, int port, @Nullable String address) {

    /** The port of a server that nobody configured. */
    static final int DEFAULT_PORT = 5432;

    Host(String name, int port) {
        this(name, port, null);
    }

    /** What is connected to. */
    String reached() {
        return address != null ? address : name;
    }

    /** What is connected to as a URL has it, an IPv6 address in brackets. */
    String display() {
        return bracketed(reached()) + ":" + port;
    }

    /** The name as a URL has it. */
    String named() {
        return bracketed(name) + ":" + port;
    }

    private static String bracketed(String text) {
        return text.indexOf(':') >= 0 ? "[" + text + "]" : text;
    }
}
