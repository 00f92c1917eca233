package dev.retort.command.init;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text of a first {@code retort.toml}. */
final class ConfigTemplate {

    private ConfigTemplate() {}

    static String text(
            String revisions, String packageName, List<String> classpath, List<String> entities, Project project) {
        return """
                # Retort's settings. Every key is also an option (--revisions) and a variable (RETORT_REVISIONS), which win over this file.
                # Relative paths start at this file's folder; ${NAME} stands for an environment variable.

                # The compiled entities and what they need: folders, jars, dir/*.
                %sclasspath = %s
                # Packages that are scanned, those below them too; class names; mapping resources.
                entities = %s

                # The source root that the revision classes live under, and their package.
                revisions = %s
                package = %s
                # 0001, 0002 …; or "hash"
                revision-id = "sequence"

                # Your application's Hibernate settings that shape the schema, such as naming strategies. They go before the defaults of
                # Spring Boot or Quarkus, which the class path tells of, or a preset: spring-boot-3, spring-boot-4, quarkus, jpa.
                [hibernate]
                %s
                # snake_case, in Hibernate 7 and in Hibernate 6:
                # "hibernate.physical_naming_strategy" = "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"
                # "hibernate.physical_naming_strategy" = "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy"

                # Databases. Without one, revision --autogenerate and check replay the revisions on a throw-away server.
                # Choose one with --env NAME, or for every command with a key default-env above [hibernate].
                # A password is never in here: RETORT_PASSWORD, PGPASSWORD or .pgpass.
                %s
                # [env.production]
                # url = "${DATABASE_URL_MIGRATIONS}"
                # user = "migrations"
                # protected = true
                """.formatted(
                libraries(project),
                array(classpath),
                array(entities.isEmpty() ? List.of("com.example") : entities),
                quoted(revisions),
                quoted(packageName),
                project.preset() == null ? "# preset = \"spring-boot-4\"" : "preset = " + quoted(project.preset()),
                development(project.database()));
    }

    /** Where the libraries come from that entities stand on; the application's own Hibernate is among them. */
    private static String libraries(Project project) {
        return project.gradle() ? """
                # Where entities need libraries, let Gradle copy them, and add "build/retort-libraries/*":
                #   tasks.register<Sync>("retortLibraries") { from(configurations.runtimeClasspath); into(layout.buildDirectory.dir("retort-libraries")) }
                """ : """
                # Where entities need libraries, add "target/dependency/*" after: mvn dependency:copy-dependencies -DincludeScope=runtime
                """;
    }

    private static String development(@Nullable SpringSettings database) {
        if (database == null) {
            return "# [env.dev]\n# url = \"jdbc:postgresql://localhost/shop\"\n#";
        }
        String user = database.user();
        return "[env.dev]\nurl = " + quoted(database.url().replace("${", "$${"))
                + (user == null ? "" : "\nuser = " + quoted(user.replace("${", "$${"))) + "\n";
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
