package dev.retort.model;

import dev.retort.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Finds persistence units in every {@code META-INF/persistence.xml} of a class path. */
final class PersistenceUnits {

    /** The document that lists them. */
    static final String RESOURCE = "META-INF/persistence.xml";

    /** The settings that say how tables are named, and where they are. */
    private static final List<String> NAMING = List.of(
            "hibernate.default_catalog",
            "hibernate.default_schema",
            "hibernate.globally_quoted_identifiers",
            "hibernate.implicit_naming_strategy",
            "hibernate.physical_naming_strategy");

    private PersistenceUnits() {}

    /**
     * Units that are read as one model have to name their tables alike, as one reading of Hibernate has one way.
     *
     * @throws ModelException if two units state different settings that tables are named by
     */
    static void requireAgreement(List<PersistenceUnit> units) {
        for (PersistenceUnit unit : units) {
            PersistenceUnit first = units.get(0);
            for (String key : NAMING) {
                String one = first.properties().getOrDefault(key, "");
                String other = unit.properties().getOrDefault(key, "");
                if (!one.equals(other)) {
                    throw new ModelException(
                            "The persistence units " + first.name() + " and " + unit.name()
                                    + " cannot be read as one model",
                            first.name() + " has " + key + " = " + (one.isEmpty() ? "(none)" : one) + ", " + unit.name()
                                    + " has " + (other.isEmpty() ? "(none)" : other),
                            "Give each a retort.toml of its own, with revisions of its own; or correct META-INF/persistence.xml.");
                }
            }
        }
    }

    /**
     * The unit of that name.
     *
     * @throws ModelException if no unit has the name, several that differ have it, or a document cannot be read
     */
    static PersistenceUnit find(String name, ClassLoader loader) {
        List<String> others = new ArrayList<>();
        List<URL> documents = documents(loader);
        Element found = null;
        URL place = null;
        for (URL url : documents) {
            for (Element unit : children(parse(url), "persistence-unit")) {
                if (!unit.getAttribute("name").equals(name)) {
                    others.add(unit.getAttribute("name"));
                } else if (found == null) {
                    found = unit;
                    place = url;
                } else if (!unit.isEqualNode(found)) {
                    throw twice(name, String.valueOf(place), url.toString());
                }
            }
        }
        if (found != null && place != null) {
            return read(found, place);
        }
        throw new ModelException(
                "There is no persistence unit " + name,
                documents.isEmpty()
                        ? "the class path has no " + RESOURCE
                        : "the units found are "
                                + String.join(", ", others.stream().sorted().toList()),
                "Name one of them as --entities unit:NAME, or add the folder or jar with " + RESOURCE
                        + " to --classpath.");
    }

    /** Hibernate would take either, as the class path happens to be ordered. */
    private static ModelException twice(String name, String one, String other) {
        return new ModelException(
                "The persistence unit " + name + " is defined twice, and not alike",
                one.equals(other) ? one + " has two of that name" : "one is in " + one + ", one in " + other,
                "Rename one of them, or leave the folder or jar that is not meant out of --classpath.");
    }

    private static List<URL> documents(ClassLoader loader) {
        try {
            return Collections.list(loader.getResources(RESOURCE));
        } catch (IOException e) {
            throw unreadable(RESOURCE, e);
        }
    }

    private static Element parse(URL url) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            try (InputStream in = connection.getInputStream()) {
                return builder.parse(in).getDocumentElement();
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw unreadable(url.toString(), e);
        }
    }

    private static PersistenceUnit read(Element unit, URL url) {
        Path root = root(url);
        List<String> mappingFiles = new ArrayList<>(texts(unit, "mapping-file"));
        if (!mappingFiles.contains(StandardDocument.NAME) && hasStandardDocument(root)) {
            mappingFiles.add(StandardDocument.NAME);
        }
        List<Path> scanned = new ArrayList<>();
        if (!excludesUnlisted(unit)) {
            scanned.add(root);
        }
        List<Path> jars =
                texts(unit, "jar-file").stream().map(jar -> jar(root, jar)).toList();
        scanned.addAll(jars);
        Map<String, String> properties = new TreeMap<>();
        for (Element group : children(unit, "properties")) {
            for (Element property : children(group, "property")) {
                properties.put(property.getAttribute("name"), property.getAttribute("value"));
            }
        }
        texts(unit, "validation-mode").forEach(mode -> properties.put("jakarta.persistence.validation.mode", mode));
        return new PersistenceUnit(
                unit.getAttribute("name"), texts(unit, "class"), mappingFiles, jars, scanned, properties);
    }

    private static boolean hasStandardDocument(Path root) {
        try {
            URL inRoot = Files.isDirectory(root)
                    ? root.resolve("META-INF/orm.xml").toUri().toURL()
                    : new URI("jar:" + root.toUri() + "!/META-INF/orm.xml").toURL();
            URLConnection connection = inRoot.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return in.read() >= 0;
            }
        } catch (IOException | URISyntaxException absent) {
            return false;
        }
    }

    /** An empty element means yes; without the element the root is looked through, as Hibernate does in Java SE. */
    private static boolean excludesUnlisted(Element unit) {
        return texts(unit, "exclude-unlisted-classes").stream().anyMatch(text -> !text.equalsIgnoreCase("false"));
    }

    /** A jar file is named relative to the unit's root, or, where that is a jar, to the folder it lies in. */
    private static Path jar(Path root, String name) {
        try {
            Path plain = name.startsWith("file:") ? Path.of(new URI(name)) : Path.of(name);
            Path inRoot = root.resolve(plain);
            Path beside = root.resolveSibling(plain);
            return Stream.of(plain, inRoot, beside)
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new ModelException(
                            "The persistence unit's jar file " + name + " is not found",
                            "neither " + inRoot + " nor " + beside + " exists",
                            "Correct <jar-file> in " + RESOURCE + "."));
        } catch (URISyntaxException e) {
            throw unreadable(name, e);
        }
    }

    /** The folder or jar that a document's URL lies in. */
    private static Path root(URL url) {
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            Path file = Path.of(url.toURI());
            return file.getRoot().resolve(file.subpath(0, file.getNameCount() - 2));
        } catch (IOException | URISyntaxException e) {
            throw unreadable(url.toString(), e);
        }
    }

    private static List<String> texts(Element parent, String name) {
        return children(parent, name).stream()
                .map(e -> e.getTextContent().strip())
                .toList();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element && name.equals(localName(element))) {
                found.add(element);
            }
        }
        return found;
    }

    private static @Nullable String localName(Element element) {
        return element.getLocalName() == null ? element.getTagName() : element.getLocalName();
    }

    private static ModelException unreadable(String what, Exception cause) {
        ModelException failure = new ModelException(
                what + " cannot be read", String.valueOf(cause.getMessage()), "Correct the document.");
        failure.initCause(cause);
        return failure;
    }
}
