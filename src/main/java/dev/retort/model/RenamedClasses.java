package dev.retort.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Version;

/** Classes that a setting may name and that another line of Hibernate, or of Spring Boot, has under another name. */
final class RenamedClasses {

    private static final String NAMING = "org.hibernate.boot.model.naming.";
    private static final String CAMEL_CASE = NAMING + "CamelCaseToUnderscoresNamingStrategy";

    /** From 7.0 on; the other one stays, deprecated. */
    private static final String SNAKE_CASE = NAMING + "PhysicalNamingStrategySnakeCaseImpl";

    private static final Map<String, List<String>> OTHERS = Map.of(
            SNAKE_CASE,
            List.of(CAMEL_CASE),
            CAMEL_CASE,
            List.of(SNAKE_CASE),
            // Spring Boot 1 and 2.
            "org.springframework.boot.orm.jpa.hibernate.SpringPhysicalNamingStrategy",
            List.of(CAMEL_CASE, SNAKE_CASE),
            "org.springframework.boot.orm.jpa.hibernate.SpringNamingStrategy",
            List.of(CAMEL_CASE, SNAKE_CASE),
            "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy",
            List.of("org.springframework.boot.hibernate.SpringImplicitNamingStrategy"),
            "org.springframework.boot.hibernate.SpringImplicitNamingStrategy",
            List.of("org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy"));

    private RenamedClasses() {}

    /** What to write instead of the name of a class that is missing, where this class path has it under another name. */
    static Optional<String> cure(String className, ClassLoader loader) {
        return OTHERS.getOrDefault(className, List.of()).stream()
                .filter(other -> loader.getResource(other.replace('.', '/') + ".class") != null)
                .findFirst()
                .map(other -> "The same is " + other + " in Hibernate " + Version.getVersionString()
                        + ": name that one instead.");
    }
}
