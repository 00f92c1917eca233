package dev.retort.model;

import dev.retort.ModelException;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The settings that a framework gives Hibernate before the application states any: without them the same entities have other names. */
enum Preset {
    /** Hibernate as it is. */
    JPA("jpa", null, null, null),

    /** {@code org.springframework.boot.autoconfigure.orm.jpa.HibernateProperties}. */
    SPRING_BOOT_3(
            "spring-boot-3",
            "org.springframework.boot.autoconfigure.orm.jpa.HibernateProperties",
            "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy",
            "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy"),

    /** {@code org.springframework.boot.hibernate.autoconfigure.HibernateProperties}. */
    SPRING_BOOT_4(
            "spring-boot-4",
            "org.springframework.boot.hibernate.autoconfigure.HibernateProperties",
            "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl",
            "org.springframework.boot.hibernate.SpringImplicitNamingStrategy"),

    /** Quarkus leaves Hibernate's own names, and has Bean Validation's constraints in the schema as Hibernate does. */
    QUARKUS("quarkus", "io.quarkus.hibernate.orm.runtime.HibernateOrmRecorder", null, null);

    /** The key of the settings that names one. */
    static final String KEY = "preset";

    /** Of every line that we read; from 7.0 on the other one is the same under another name. */
    private static final String CAMEL_CASE = "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy";

    /** In every Spring Boot; what sets up Hibernate is in jars of its own. */
    private static final String SPRING = "org.springframework.boot.SpringApplication";

    private final String word;
    private final @Nullable String mark;
    private final @Nullable String physical;
    private final @Nullable String implicit;

    Preset(String word, @Nullable String mark, @Nullable String physical, @Nullable String implicit) {
        this.word = word;
        this.mark = mark;
        this.physical = physical;
        this.implicit = implicit;
    }

    /** Whether the application's own files say more in Spring's way. */
    boolean isSpring() {
        return this == SPRING_BOOT_3 || this == SPRING_BOOT_4;
    }

    /** What users write. */
    String word() {
        return word;
    }

    /**
     * The preset that settings name, else the one whose framework is on the class path, else Hibernate as it is. A persistence unit states all of its
     * settings itself, whatever is beside it.
     *
     * @param present whether there is a class of that name
     * @throws ModelException if the settings name one that does not exist
     */
    static Chosen choose(ModelRequest request, Predicate<String> present) {
        String named = request.settings().get(KEY);
        if (named != null) {
            return Arrays.stream(values())
                    .filter(preset -> preset.word.equals(named))
                    .findFirst()
                    .map(preset -> new Chosen(preset, "as stated"))
                    .orElseThrow(() -> unknown(named));
        }
        if (request.entities().stream().allMatch(item -> item.startsWith("unit:"))) {
            return new Chosen(JPA, "as a persistence unit states its own settings");
        }
        for (Preset preset : values()) {
            if (preset.mark != null && present.test(preset.mark)) {
                return new Chosen(preset, "as the class path holds " + preset.mark);
            }
        }
        return new Chosen(
                JPA,
                present.test(SPRING)
                        ? "as the class path holds Spring Boot without what it sets up Hibernate with ("
                                + SPRING_BOOT_3.mark + " or " + SPRING_BOOT_4.mark + ")"
                        : "as the class path holds neither Spring Boot nor Quarkus");
    }

    private static ModelException unknown(String named) {
        return new ModelException(
                "There is no preset " + named,
                "the presets are " + Arrays.stream(values()).map(Preset::word).collect(Collectors.joining(", ")),
                "Name one of them: --hibernate spring-boot-3, or preset = \"spring-boot-3\" under [hibernate] in retort.toml;"
                        + " or leave it out, and the class path tells.");
    }

    /** Hibernate's settings; the framework's own classes where they are to be had, else what does the same. */
    SortedMap<String, String> settings(Predicate<String> present) {
        SortedMap<String, String> settings = new TreeMap<>();
        if (physical != null) {
            settings.put("hibernate.physical_naming_strategy", present.test(physical) ? physical : CAMEL_CASE);
        }
        if (implicit != null) {
            settings.put(
                    "hibernate.implicit_naming_strategy",
                    present.test(implicit) ? implicit : SpringNames.class.getName());
        }
        return Collections.unmodifiableSortedMap(settings);
    }

    /**
     * A preset and why it was chosen.
     *
     * @param reason such as {@code as stated}
     */
    record Chosen(Preset preset, String reason) {

        /** For {@code -v}. */
        String display() {
            return "preset " + preset.word + ", " + reason;
        }
    }
}
