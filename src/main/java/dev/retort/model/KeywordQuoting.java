package dev.retort.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether Hibernate, had it a connection, would quote a name because it is a key word: with {@code hibernate.auto_quote_keyword} it takes PostgreSQL's
 * words from the JDBC driver, which an offline boot does not have. A quoted name keeps its capitals.
 */
final class KeywordQuoting {

    private static final String WORDS = "keywords.txt";

    private final Set<String> words;

    private KeywordQuoting(Set<String> words) {
        this.words = words;
    }

    static KeywordQuoting of(Map<String, Object> settings) {
        Object setting = settings.get("hibernate.auto_quote_keyword");
        return new KeywordQuoting(setting != null && Boolean.parseBoolean(setting.toString()) ? words() : Set.of());
    }

    boolean quotes(String name) {
        return !words.isEmpty() && words.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The words of PostgreSQL 18's {@code pg_get_keywords()}, as the driver reports them. */
    private static Set<String> words() {
        try (InputStream in = Objects.requireNonNull(KeywordQuoting.class.getResourceAsStream(WORDS), WORDS);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
