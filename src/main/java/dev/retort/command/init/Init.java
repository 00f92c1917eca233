package dev.retort.command.init;

import dev.retort.UsageException;
import dev.retort.command.config.ConfigFile;
import dev.retort.command.config.ConfigKey;
import dev.retort.command.config.Setting;
import dev.retort.command.files.SafeFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes a first {@code retort.toml} and the folder of the revisions. */
public final class Init {

    private final Map<ConfigKey, Setting> options;

    /**
     * What was made.
     *
     * @param config the file written
     * @param revisions the folder that revision classes go to
     * @param project what was guessed
     * @param classpath what the file names as class path
     * @param entities what the file names as entities; empty where nobody could say
     */
    public record Result(Path config, Path revisions, Project project, List<String> classpath, List<String> entities) {

        public Result {
            classpath = List.copyOf(classpath);
            entities = List.copyOf(entities);
        }
    }

    /** Takes the settings that were given on the command line into the file. */
    public Init(Map<ConfigKey, Setting> options) {
        this.options = Map.copyOf(options);
    }

    /**
     * Makes the files.
     *
     * @throws UsageException if there is a {@code retort.toml} already
     */
    public Result run(Path directory) {
        Path config = directory.resolve(ConfigFile.NAME);
        if (Files.exists(config)) {
            throw new UsageException(
                    "There is a " + config + " already",
                    "init never overwrites a file.",
                    "Edit it, or name another folder: retort init DIR");
        }
        Project project = Project.at(directory);
        List<String> entities = values(ConfigKey.ENTITIES, project.entities());
        String root = value(ConfigKey.REVISIONS, "src/main/java");
        String packageName = value(ConfigKey.PACKAGE, project.revisions());
        Path revisions = directory.resolve(root).resolve(packageName.replace('.', '/'));
        List<String> classpath = values(ConfigKey.CLASSPATH, project.classpath());
        SafeFiles.createDirectories(revisions);
        SafeFiles.writeNew(config, ConfigTemplate.text(root, packageName, classpath, entities, project));
        return new Result(config, revisions, project, classpath, entities);
    }

    private String value(ConfigKey key, String fallback) {
        return values(key, List.of(fallback)).get(0);
    }

    private List<String> values(ConfigKey key, List<String> fallback) {
        Setting setting = options.get(key);
        return setting == null ? fallback : setting.values();
    }
}
