package dev.retort.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Silences Hibernate's own log while it is open, and that of the libraries beside it: what matters in it is reported as an error or a note. A logger whose
 * level somebody has set, as {@code -v} does, is left alone; so is a property that somebody has set.
 */
final class QuietLogging {

    private static final List<String> NAMES =
            List.of("org.hibernate", "org.jboss", "jakarta.persistence", "SQL dialect", "Hibernate Models");

    /** An application brings its logging along, as every Spring Boot one does, and unless configured that logs whatever it is told, debugging too. */
    private static final Map<String, String> PROPERTIES = Map.of(
            // Hibernate logs by the JDK, whatever else is on the class path: then the levels below hold.
            "org.jboss.logging.provider", "jdk",
            // What the application's other libraries log goes nowhere; known from SLF4J 2.0.9 on.
            "slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider",
            // What SLF4J says of itself, as that a class path has no provider for it; known from 2.0.10 on.
            "slf4j.internal.verbosity", "ERROR");

    private final Map<Logger, @Nullable Level> silenced = new LinkedHashMap<>();
    private final List<String> set;

    QuietLogging() {
        set = PROPERTIES.keySet().stream()
                .filter(name -> System.getProperty(name) == null)
                .toList();
        set.forEach(name -> System.setProperty(name, PROPERTIES.get(name)));
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
        set.forEach(System::clearProperty);
        silenced.forEach(Logger::setLevel);
    }
}
