package dev.retort.database;

/** Reads port numbers. */
final class Ports {

    private Ports() {}

    static int parse(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw ConnectionUrl.malformed("a port is a number from 1 to 65535");
    }
}
