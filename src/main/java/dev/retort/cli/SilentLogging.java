package dev.retort.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * The configuration of the JDK's logging that lets libraries log nothing, and Retort's own rooms their warnings. It is read only when somebody logs, as setting
 * logging up takes longer than many a command.
 */
public final class SilentLogging {

    private static final String PROPERTIES = """
            .level = OFF
            dev.retort.level = WARNING
            handlers = java.util.logging.ConsoleHandler
            java.util.logging.SimpleFormatter.format = warning: %5$s%n
            """;

    /** Called by the log manager, which is given the name of this class. */
    public SilentLogging() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(PROPERTIES.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
