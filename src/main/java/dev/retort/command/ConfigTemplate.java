package dev.retort.command;

import java.util.List;
import java.util.stream.Collectors;

/** The text of a first {@code retort.toml}. */
final class ConfigTemplate {

    private ConfigTemplate() {}

    static String text(String revisions, String packageName, List<String> classpath, List<String> entities) {
        return """
                # Retort's settings. Every key is also an option (--revisions) and a variable (RETORT_REVISIONS), which win over this file.
                # Relative paths start at this file's folder; ${NAME} stands for an environment variable.

                # The compiled entities and what they need: folders, jars, dir/*.
                classpath = %s
                # Packages that are scanned, class names, or mapping resources.
                entities = %s

                # The source root that the revision classes live under, and their package.
                revisions = %s
                package = %s
                # 0001, 0002 …; or "hash"
                revision-id = "sequence"

                # Your application's Hibernate settings that shape the schema, such as naming strategies. They go before the defaults of
                # Spring Boot or Quarkus, which the class path tells of, or a preset: spring-boot-3, spring-boot-4, quarkus, jpa.
                [hibernate]
                # preset = "spring-boot-4"
                # "hibernate.physical_naming_strategy" = "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"

                # Databases. Without one, revision --autogenerate and check replay the revisions on a throw-away server.
                # Choose one with --env NAME, or for every command with a key default-env above [hibernate].
                # [env.dev]
                # url = "jdbc:postgresql://localhost/shop"
                #
                # [env.production]
                # url = "${DATABASE_URL_MIGRATIONS}"
                # user = "migrations"
                # protected = true
                """.formatted(array(classpath), array(entities), quoted(revisions), quoted(packageName));
    }

    private static String array(List<String> values) {
        return values.stream().map(ConfigTemplate::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c)) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
