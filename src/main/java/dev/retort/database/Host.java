package dev.retort.database;

/**
 * Where a server listens.
 *
 * @param name the host name or address, an IPv6 address without its brackets
 * @param port the TCP port
 */
record Host(String name, int port) {

    /** The port of a server that nobody configured. */
    static final int DEFAULT_PORT = 5432;

    /** The host as a URL has it, an IPv6 address in brackets. */
    String display() {
        return (name.indexOf(':') >= 0 ? "[" + name + "]" : name) + ":" + port;
    }
}
