package dev.retort.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Silences Hibernate's own log while it is open: what matters in it is reported as an error or a note. A logger whose level somebody has set, as
 * {@code -v} does, is left alone.
 */
final class QuietLogging {

    private static final List<String> NAMES =
            List.of("org.hibernate", "org.jboss", "jakarta.persistence", "SQL dialect", "Hibernate Models");

    /** What SLF4J says of itself, as that an application's class path has no provider for it; known from 2.0.10 on. */
    private static final String SLF4J = "slf4j.internal.verbosity";

    private final Map<Logger, @Nullable Level> silenced = new LinkedHashMap<>();
    private final boolean quietSlf4j;

    QuietLogging() {
        quietSlf4j = System.getProperty(SLF4J) == null;
        if (quietSlf4j) {
            System.setProperty(SLF4J, "ERROR");
        }
        for (String name : NAMES) {
            Logger logger = Logger.getLogger(name);
            if (logger.getLevel() == null) {
                silenced.put(logger, null);
                logger.setLevel(Level.OFF);
            }
        }
    }

    /** Gives the loggers their levels back. */
    void close() {
        if (quietSlf4j) {
            System.clearProperty(SLF4J);
        }
        silenced.forEach(Logger::setLevel);
    }
}
