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
 * <p>It runs commands that need no database, reads a model where one is there, and loads what the other commands would.
 */
public final class Rehearsal {

    private static final List<List<String>> COMMANDS = List.of(
            List.of("heads"),
            List.of("history", "-v"),
            List.of("show", "head"),
            List.of("upgrade", "head", "--sql"),
            List.of("upgrade", "head", "--url", "jdbc:postgresql://localhost:1/none?connectTimeout=1"),
            List.of("--help"),
            List.of("revision", "--help"),
            List.of("nothing"));

    /** Classes that are loaded by name: Retort's own, and the driver's. */
    private static final List<String> PACKAGES = List.of("dev/retort/", "org/postgresql/");

    private Rehearsal() {}

    /** Rehearses; the only argument is a {@code retort.toml}, and without one the classes of the jars are all. */
    public static void main(String[] args) throws IOException {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        Quietness.hush(nowhere);
        Path here = Path.of("").toAbsolutePath();
        Map<String, String> variables = System.getenv();
        if (args.length > 0) {
            for (List<String> command : COMMANDS) {
                List<String> all = new ArrayList<>(List.of("-c", args[0]));
                all.addAll(command);
                Main.run(all.toArray(String[]::new), variables, nowhere, nowhere, here);
            }
            ConfigLoader loader = new ConfigLoader(variables, here);
            try (Workspace workspace = new Workspace(loader.load(Map.of(), args[0], null), loader, Clock.systemUTC())) {
                dev.retort.command.Rehearsal.of(workspace);
            } catch (RetortException e) {
                // Nothing is compiled there: the archive then goes without the classes that read entities.
                System.err.println(e);
            }
        }
        for (String jar : System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
            load(jar);
        }
    }

    private static void load(String path) throws IOException {
        try (JarFile jar = new JarFile(path)) {
            Collections.list(jar.entries()).stream()
                    .map(java.util.zip.ZipEntry::getName)
                    .filter(name -> name.endsWith(".class")
                            && PACKAGES.stream().anyMatch(name::startsWith)
                            && !name.contains("/osgi/"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .forEach(Rehearsal::note);
        }
    }

    private static void note(String name) {
        try {
            Class.forName(name, false, Rehearsal.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // One that stands on an optional library that is not there: no command loads it either.
            System.err.println(e);
        }
    }
}
