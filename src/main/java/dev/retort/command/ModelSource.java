package dev.retort.command;

import dev.retort.command.config.Config;
import dev.retort.model.ApplicationArchive;
import dev.retort.model.Model;
import dev.retort.model.ModelReader;
import dev.retort.model.ModelRequest;
import dev.retort.scratch.Scratch;
import java.nio.file.Path;
import java.util.List;

/** Reads the entities that the settings name. */
public final class ModelSource {

    private static final String OPTIONS = "--entities com.acme.shop --classpath target/classes";

    private ModelSource() {}

    /**
     * The model, for a server of that version.
     *
     * @throws dev.retort.UsageException if no entities are named
     * @throws dev.retort.ModelException if they cannot be read
     */
    public static Model read(Config config, int serverVersion) {
        List<String> entities = config.entities();
        if (entities.isEmpty()) {
            throw NoSettings.missing(
                    config,
                    "No entities are named",
                    "the model is made of them.",
                    "Name packages, classes or mappings in the keys entities and classpath of " + config.file()
                            + ", or here: " + OPTIONS,
                    OPTIONS);
        }
        return new ModelReader().read(new ModelRequest(classPath(config), entities, config.hibernate(), serverVersion));
    }

    /**
     * The entities' class path as Java can load from it: archives that hold an application with its libraries unpacked.
     *
     * @throws dev.retort.ModelException if one cannot be
     */
    public static List<Path> classPath(Config config) {
        Path cache = Scratch.cacheFolder(config.variables()).resolve("applications");
        return ApplicationArchive.unpacked(config.classpath(), cache);
    }
}
