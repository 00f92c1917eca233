package dev.retort.scenario;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A pair of databases in a folder: {@code from.sql}, {@code to.sql}, and what is expected of the way between them in {@code case.properties}:
 *
 * <ul>
 *   <li>{@code expect}: coarse operations, or {@code none}; {@code also_ok}: others that may be among them; {@code ordered}: in this order; {@code
 *       either}: reasonable tools differ
 *   <li>{@code expect_plan}: {@code none}, {@code none-semantic} or {@code changes}
 *   <li>{@code model_unnamed}: names in {@code to.sql} that a model would leave open
 *   <li>{@code model=none}: a model asks for nothing, because what it wants is enforced already
 *   <li>{@code model_applies=no}: what a model asks for cannot be had, because something that it cannot say is in the way
 *   <li>{@code dump=spelling}: what the server rebuilds by itself is spelled otherwise than what is made anew
 *   <li>{@code hints}, {@code warn}: what has to be said; {@code using}: the conversion
 *   <li>{@code stated}: functions, triggers, extensions and their like are under management
 *   <li>{@code java}: the revision file stands beside as a golden
 *   <li>{@code needs}: the oldest major version that can load the scripts
 *   <li>{@code schemas}, {@code version_table}: what is managed, and what is not seen
 * </ul>
 */
record Scenario(Path folder, String from, String to, Properties properties) {

    static final Path ROOT = Path.of("src/test/resources/scenario");

    /** Every scenario, by folder. */
    static Stream<Scenario> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files
                    .filter(p -> p.endsWith("from.sql"))
                    .map(Path::getParent)
                    .sorted()
                    .map(Scenario::load)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario load(Path folder) {
        Properties properties = new Properties();
        try {
            Path file = folder.resolve("case.properties");
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
            }
            return new Scenario(
                    folder,
                    Files.readString(folder.resolve("from.sql")),
                    Files.readString(folder.resolve("to.sql")),
                    properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> list(String key) {
        String text = properties.getProperty(key, "").strip();
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("; ", -1));
    }

    /** Whether a server of that major version can load the scripts. */
    boolean runsOn(int majorVersion) {
        return majorVersion >= Integer.parseInt(properties.getProperty("needs", "0"));
    }

    boolean is(String key) {
        return properties.getProperty(key, "").equals("true");
    }

    Set<String> modelUnnamed() {
        return new HashSet<>(list("model_unnamed"));
    }

    /** Whether a target that is silent on what a model cannot say has nothing to ask for. */
    boolean expectsNothing() {
        return list("expect").equals(List.of("none"))
                || properties.getProperty("expect_plan", "").startsWith("none");
    }

    /** Whether both databases hold the same text too, so that not even a database as the target asks for anything. */
    boolean isIdentical() {
        return is("catalog_identical")
                || properties.getProperty("expect_plan", "").equals("none");
    }

    @Override
    public String toString() {
        return ROOT.relativize(folder).toString();
    }
}
