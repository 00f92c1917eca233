package dev.retort.database;

import dev.retort.UsageException;

/** Reads port numbers. */
final class Ports {

    private Ports() {}

    /**
     * A port.
     *
     * @param origin what holds it
     */
    static int parse(String text, String origin) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        // The text of a URL is not shown: a password with a slash in it would stand here.
        if (origin.equals(ConnectionUrl.ORIGIN)) {
            throw ConnectionUrl.malformed("a port is a number from 1 to 65535");
        }
        throw new UsageException(
                origin + " says the port \"" + text + "\"",
                "a port is a number from 1 to 65535",
                "Correct it there; a server that nobody configured listens on " + Host.DEFAULT_PORT + ".");
    }
}
