package dev.retort.cli;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Answers the driver as a PostgreSQL would that holds nothing, so that {@link Rehearsal} goes through a connection where the build has no server: whoever
 * logs in may, and each query gives one row with one {@code false}.
 *
 * <p>Source: PostgreSQL's manual, "Message Formats" of the protocol 3.0.
 */
final class RehearsalServer implements AutoCloseable {

    private static final int BOOLEAN = 16;
    private static final Map<String, String> PARAMETERS = Map.of(
            "server_version", "15.0",
            "client_encoding", "UTF8",
            "DateStyle", "ISO, MDY",
            "TimeZone", "UTC",
            "integer_datetimes", "on",
            "standard_conforming_strings", "on");

    private final ServerSocket socket;

    /** Begins to listen on a free port of this machine alone. */
    RehearsalServer() throws IOException {
        this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "rehearsal-server");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "jdbc:postgresql://" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort()
                + "/rehearsal?user=rehearsal&sslmode=disable&gssEncMode=disable";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                answer(new DataInputStream(client.getInputStream()), new DataOutputStream(client.getOutputStream()));
            } catch (IOException e) {
                // The client has gone, or the rehearsal is over.
            }
        }
    }

    private static void answer(DataInputStream in, DataOutputStream out) throws IOException {
        in.readNBytes(in.readInt() - Integer.BYTES);
        send(out, 'R', body -> body.writeInt(0));
        for (Map.Entry<String, String> parameter : PARAMETERS.entrySet()) {
            send(out, 'S', body -> {
                text(body, parameter.getKey());
                text(body, parameter.getValue());
            });
        }
        ready(out);
        while (true) {
            int message = in.read();
            if (message < 0 || message == 'X') {
                return;
            }
            in.readNBytes(in.readInt() - Integer.BYTES);
            reply(message, out);
        }
    }

    private static void reply(int message, DataOutputStream out) throws IOException {
        switch (message) {
            case 'P' -> send(out, '1', body -> {});
            case 'B' -> send(out, '2', body -> {});
            case 'C' -> send(out, '3', body -> {});
            case 'D' -> columns(out);
            case 'E' -> row(out);
            case 'Q' -> {
                columns(out);
                row(out);
                ready(out);
            }
            case 'S' -> ready(out);
            default -> throw new EOFException("a message of kind " + (char) message);
        }
    }

    private static void columns(DataOutputStream out) throws IOException {
        send(out, 'T', body -> {
            body.writeShort(1);
            text(body, "answer");
            body.writeInt(0);
            body.writeShort(0);
            body.writeInt(BOOLEAN);
            body.writeShort(1);
            body.writeInt(-1);
            body.writeShort(0);
        });
    }

    private static void row(DataOutputStream out) throws IOException {
        send(out, 'D', body -> {
            body.writeShort(1);
            body.writeInt(1);
            body.writeByte('f');
        });
        send(out, 'C', body -> text(body, "SELECT 1"));
    }

    private static void ready(DataOutputStream out) throws IOException {
        send(out, 'Z', body -> body.writeByte('I'));
        out.flush();
    }

    private static void text(DataOutputStream body, String text) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
        body.writeByte(0);
    }

    @FunctionalInterface
    private interface Body {
        void write(DataOutputStream body) throws IOException;
    }

    private static void send(DataOutputStream out, char kind, Body content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.write(new DataOutputStream(bytes));
        out.writeByte(kind);
        out.writeInt(bytes.size() + Integer.BYTES);
        bytes.writeTo(out);
    }
}
