package dev.retort.model;

import dev.retort.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a Spring Boot application's own files say to Hibernate: {@code spring.jpa.properties.*}, {@code spring.jpa.hibernate.naming.*} and
 * {@code spring.jpa.mapping-resources} of {@code application.properties} and {@code application.yml}, without profiles.
 *
 * @param settings Hibernate's settings
 * @param mappings mapping documents on the class path
 * @param read one line for each file that says something, for {@code -v}
 * @param unread files and keys that were seen and could not be taken, in words; empty where all was
 */
record SpringProperties(Map<String, String> settings, List<String> mappings, List<String> read, List<String> unread) {

    /** No application of Spring's. */
    static final SpringProperties NONE = new SpringProperties(Map.of(), List.of(), List.of(), List.of());

    /** Those that Spring reads later go before. */
    private static final List<String> FOLDERS = List.of("", "config/");

    /** Of most files nothing is taken, and for them no SnakeYAML is loaded. */
    private static final Pattern SAYS_SOMETHING =
            Pattern.compile("(?s)\\bjpa\\b.*\\b(properties|naming|mapping-?resources)\\b", Pattern.CASE_INSENSITIVE);

    private static final String PROPERTIES = "spring.jpa.properties.";
    private static final String PROFILE = "spring.config.activate.";

    static SpringProperties of(ClassLoader loader) {
        SpringProperties found =
                new SpringProperties(new TreeMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String folder : FOLDERS) {
            for (String yaml : List.of("application.yaml", "application.yml")) {
                found.yaml(folder + yaml, loader);
            }
            found.properties(folder + "application.properties", loader);
        }
        return found;
    }

    /** What was seen and not taken; nothing where somebody states settings of Hibernate, and so has looked after them. */
    List<ModelNote> notes(Map<String, String> stated) {
        boolean lookedAfter = stated.keySet().stream().anyMatch(key -> !key.equals(Preset.KEY));
        return lookedAfter
                ? List.of()
                : unread.stream().map(SpringProperties::note).toList();
    }

    private static ModelNote note(String what) {
        boolean whole = !what.contains("=");
        return ModelNote.of(
                "spring-settings",
                what,
                whole
                        ? "The class path's " + what
                                + " says something about JPA, and the class path holds no SnakeYAML to read it with."
                        : "The value of " + what + " is a variable, which only the running application knows.",
                "State what matters for the schema under [hibernate] in retort.toml, or once: --hibernate"
                        + " hibernate.physical_naming_strategy=…; any setting there ends this note.");
    }

    private void properties(String name, ClassLoader loader) {
        String text = text(name, loader, false);
        if (text == null) {
            return;
        }
        List<Map<String, String>> documents = new ArrayList<>();
        // Documents of one file, of which Spring skips those of another profile.
        for (String document : text.split("(?m)^[#!]---\\s*$", -1)) {
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(document));
            } catch (IOException | IllegalArgumentException e) {
                throw unreadable(name, e);
            }
            Map<String, String> keys = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> keys.put(key, properties.getProperty(key)));
            documents.add(keys);
        }
        take(name, documents);
    }

    private void take(String file, List<Map<String, String>> documents) {
        Set<String> taken = new TreeSet<>();
        int before = mappings.size();
        for (Map<String, String> document : documents) {
            if (document.keySet().stream().noneMatch(key -> key.startsWith(PROFILE))) {
                document.forEach((key, value) -> take(file, key, value.strip(), taken));
            }
        }
        if (mappings.size() > before) {
            taken.add("mappings " + String.join(", ", mappings.subList(before, mappings.size())));
        }
        if (!taken.isEmpty()) {
            read.add(file + " of the class path, spring.jpa: " + String.join(", ", taken));
        }
    }

    private void take(String file, String key, String value, Set<String> taken) {
        String target = target(key);
        if (target == null) {
            return;
        }
        if (value.contains("${")) {
            unread.add(key + "=" + value + " in " + file);
        } else if (target.isEmpty()) {
            for (String mapping : value.split(",", -1)) {
                if (!mapping.isBlank()) {
                    mappings.add(mapping.strip());
                }
            }
        } else {
            settings.put(target, value);
            taken.add(target);
        }
    }

    /** The setting of Hibernate that a key means, in any of Spring's spellings; empty for mapping documents, null for other keys. */
    private static @Nullable String target(String key) {
        if (key.startsWith(PROPERTIES)) {
            return key.substring(PROPERTIES.length());
        }
        String plain = key.toLowerCase(Locale.ROOT).replaceAll("[-_]|\\[\\d+]$", "");
        return switch (plain) {
            case "spring.jpa.hibernate.naming.physicalstrategy" -> "hibernate.physical_naming_strategy";
            case "spring.jpa.hibernate.naming.implicitstrategy" -> "hibernate.implicit_naming_strategy";
            case "spring.jpa.mappingresources" -> "";
            default -> null;
        };
    }

    private void yaml(String name, ClassLoader loader) {
        String text = text(name, loader, true);
        if (text == null || !SAYS_SOMETHING.matcher(text).find()) {
            return;
        }
        List<Map<String, String>> documents;
        try {
            documents = SpringYaml.documents(text, loader);
        } catch (IllegalArgumentException e) {
            throw unreadable(name, e);
        }
        if (documents == null) {
            unread.add(name);
        } else {
            take(name, documents);
        }
    }

    private static @Nullable String text(String name, ClassLoader loader, boolean utf8) {
        URL url = loader.getResource(name);
        if (url == null) {
            return null;
        }
        try {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return new String(in.readAllBytes(), utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            }
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static ModelException unreadable(String name, Exception cause) {
        return (ModelException) new ModelException(
                        "The class path's " + name + " cannot be read",
                        String.valueOf(cause.getMessage()),
                        "Correct it, or state preset = \"jpa\" under [hibernate] in retort.toml, and it is not read.")
                .causedBy(cause);
    }
}
