package dev.retort.model;

import java.net.URL;
import java.util.List;
import java.util.Optional;

/**
 * The {@code META-INF/orm.xml} that an application reads without anybody naming it. Jakarta Persistence gives it to the unit of the folder or jar that it
 * lies in; Spring and Quarkus take it from the class path where no other document is named, Spring only where no {@code persistence.xml} is beside it.
 */
final class StandardDocument {

    /** Its name on the class path. */
    static final String NAME = "META-INF/orm.xml";

    private StandardDocument() {}

    /**
     * The document in words, for {@code -v}, where it belongs to what packages and classes name; empty where there is none, it is named already, or the
     * framework has been given others.
     */
    static Optional<String> of(
            EntitySources sources, List<String> items, Preset preset, SpringProperties spring, ClassLoader loader) {
        URL document = loader.getResource(NAME);
        boolean scanned = items.stream().anyMatch(item -> !item.startsWith("unit:") && !item.endsWith(".xml"));
        if (document == null || !scanned || isNamed(sources)) {
            return Optional.empty();
        }
        String root = document.toString().substring(0, document.toString().length() - NAME.length());
        if (preset.isSpring()) {
            return spring.mappings().isEmpty() && !isAt(root, PersistenceUnits.RESOURCE, loader)
                    ? Optional.of(told(root, "as Spring reads it"))
                    : Optional.empty();
        }
        if (preset == Preset.QUARKUS) {
            return Optional.of(told(root, "as Quarkus reads it"));
        }
        boolean beside =
                sources.classes().stream().anyMatch(name -> isAt(root, name.replace('.', '/') + ".class", loader));
        return beside ? Optional.of(told(root, "as it lies beside the entities")) : Optional.empty();
    }

    private static boolean isNamed(EntitySources sources) {
        return sources.resources().contains(NAME)
                || sources.files().stream()
                        .anyMatch(file -> file.replace('\\', '/').endsWith("/" + NAME));
    }

    private static boolean isAt(String root, String resource, ClassLoader loader) {
        URL found = loader.getResource(resource);
        return found != null && found.toString().equals(root + resource);
    }

    private static String told(String root, String why) {
        String place = root.replaceFirst("^(jar:)?file:", "").replaceFirst("!?/$", "");
        return NAME + " of " + place + ", " + why;
    }
}
