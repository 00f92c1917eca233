package dev.retort.cli;

import dev.retort.RetortException;
import dev.retort.command.Workspace;
import dev.retort.command.config.ConfigLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

/**
 * What {@code bin/retort-archive} runs once, with the JVM noting the classes: from then on each start of Retort takes them ready to run from an archive.
 *
 * <p>It runs commands against no database or one of no content, reads a model where one is there, and loads what the other commands would: once for each class path that the
 * launcher knows, as an archive holds for one alone.
 */
public final class Rehearsal {

    private static final String NO_SERVER = "jdbc:postgresql://localhost:1/none?connectTimeout=1";

    /** Stands for the URL of {@link RehearsalServer}. */
    private static final String SERVER = "SERVER";

    /** The kind of class path that {@code bin/retort} gives to these commands, without Hibernate and all that comes with it. */
    private static final String SHORT = "short";

    private static final List<List<String>> SHORT_COMMANDS = List.of(
            List.of("--version"),
            List.of("heads"),
            List.of("heads", "--format", "json"),
            List.of("history", "-v"),
            List.of("show", "head"),
            List.of("upgrade", "head", "--sql"),
            List.of("upgrade", "head", "--url", NO_SERVER),
            List.of("current", "--url", SERVER));

    private static final List<List<String>> FULL_COMMANDS = List.of(
            List.of("upgrade", "head", "--sql"),
            List.of("check", "--url", SERVER),
            List.of("--help"),
            List.of("revision", "--help"),
            List.of("nothing"));

    /** Classes that are loaded by name: Retort's own, and the driver's. */
    private static final List<String> PACKAGES = List.of("dev/retort/", "org/postgresql/");

    private Rehearsal() {}

    /**
     * Rehearses.
     *
     * @param args the kind of class path, {@code short} or {@code full}, and a {@code retort.toml}: without one the classes of the jars are all
     */
    public static void main(String[] args) throws IOException {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        Quietness.hush(nowhere);
        Path here = Path.of("").toAbsolutePath();
        Map<String, String> variables = System.getenv();
        boolean full = !args[0].equals(SHORT);
        if (args.length > 1) {
            try (RehearsalServer server = new RehearsalServer()) {
                for (List<String> command : full ? FULL_COMMANDS : SHORT_COMMANDS) {
                    List<String> all = new ArrayList<>(List.of("-c", args[1]));
                    command.forEach(word -> all.add(word.equals(SERVER) ? server.url() : word));
                    Main.run(all.toArray(String[]::new), variables, nowhere, nowhere, here);
                }
            }
            if (full) {
                readModel(new ConfigLoader(variables, here), args[1]);
            }
        }
        for (String jar : System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
            load(jar, full);
        }
    }

    private static void readModel(ConfigLoader loader, String settings) {
        try (Workspace workspace = new Workspace(loader.load(Map.of(), settings, null), loader, Clock.systemUTC())) {
            dev.retort.command.Rehearsal.of(workspace);
        } catch (RetortException e) {
            // Nothing is compiled there: the archive then goes without the classes that read entities.
            System.err.println(e);
        }
    }

    private static void load(String path, boolean full) throws IOException {
        try (JarFile jar = new JarFile(path)) {
            Collections.list(jar.entries()).stream()
                    .map(java.util.zip.ZipEntry::getName)
                    .filter(name -> name.endsWith(".class")
                            && PACKAGES.stream().anyMatch(name::startsWith)
                            && !name.contains("/osgi/"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .forEach(name -> note(name, full));
        }
    }

    private static void note(String name, boolean full) {
        try {
            Class.forName(name, false, Rehearsal.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // One that stands on an optional library that is not there, as the short class path has none: no command
            // loads it either.
            if (full) {
                System.err.println(e);
            }
        }
    }
}
