package dev.retort.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Finds {@code <attribute-override>} and {@code <association-override>} of {@code orm.xml} documents that name no attribute, which Hibernate passes over. */
final class XmlOverridesOfNothing extends DefaultHandler {

    private static final Set<String> OVERRIDES = Set.of(
            "attribute-override", "association-override", "map-key-attribute-override", "map-key-association-override");

    /** The elements of attributes that something can be embedded in. */
    private static final Set<String> HOLDERS =
            Set.of("embedded", "embedded-id", "element-collection", "many-to-many", "one-to-many");

    private final Map<String, PersistentClass> entities = new TreeMap<>();
    private final List<ModelNote> notes;
    private String document = "";
    private StringBuilder text = new StringBuilder();
    private String rootPackage = "";
    private @Nullable PersistentClass entity;
    private @Nullable String holder;
    private int depth;
    private @Nullable Locator locator;

    private XmlOverridesOfNothing(MetadataImplementor metadata, List<ModelNote> notes) {
        this.notes = notes;
        metadata.getEntityBindings().forEach(entity -> entities.put(entity.getEntityName(), entity));
    }

    /** Reads the documents that Hibernate has read, and leaves a note for each such override. */
    static void look(MetadataImplementor metadata, EntitySources sources, ClassLoader loader, List<ModelNote> notes) {
        for (String resource : sources.resources()) {
            new XmlOverridesOfNothing(metadata, notes).read(resource, loader.getResource(resource));
        }
        for (String file : sources.files()) {
            try {
                new XmlOverridesOfNothing(metadata, notes)
                        .read(file, Path.of(file).toUri().toURL());
            } catch (IOException unreadable) {
                notes.add(unread(file, unreadable));
            }
        }
    }

    private void read(String name, @Nullable URL url) {
        if (url == null || name.endsWith(".hbm.xml")) {
            return;
        }
        document = name;
        try {
            SAXParserFactory parsers = SAXParserFactory.newDefaultInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
            parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                parsers.newSAXParser().parse(in, this);
            }
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            notes.add(unread(name, unreadable));
        }
    }

    private static ModelNote unread(String document, Exception reason) {
        return ModelNote.of(
                "override-of-nothing",
                document,
                "The overrides in " + document + " could not be looked through: " + reason.getMessage(),
                "Compare their names with the attributes by hand.");
    }

    @Override
    public void setDocumentLocator(Locator documentLocator) {
        this.locator = documentLocator;
    }

    @Override
    public void startElement(String uri, String localName, String qualified, Attributes attributes) {
        depth++;
        text = new StringBuilder();
        String name = attributes.getValue("name");
        if (localName.equals("entity")) {
            String type = String.valueOf(attributes.getValue("class"));
            PersistentClass plain = entities.get(type);
            entity = plain == null ? entities.get(rootPackage + type) : plain;
        } else if (HOLDERS.contains(localName) && holder == null) {
            holder = name;
        } else if (OVERRIDES.contains(localName) && name != null && entity != null) {
            override(localName, name, entity);
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String qualified) {
        if (localName.equals("package") && depth == 2) {
            String stated = text.toString().strip();
            rootPackage = stated.isEmpty() ? "" : stated + ".";
        } else if (localName.equals("entity")) {
            entity = null;
        } else if (HOLDERS.contains(localName)) {
            holder = null;
        }
        depth--;
    }

    private void override(String element, String name, PersistentClass owner) {
        if (holder == null) {
            if (!OverridesOfNothing.resolves(name, OverridesOfNothing.attributes(owner))) {
                tell(element, name, MappedClasses.simple(owner.getEntityName()));
            }
            return;
        }
        Property attribute = OverridesOfNothing.attributes(owner).stream()
                .filter(property -> property.getName().equals(holder))
                .findFirst()
                .orElse(null);
        if (attribute != null) {
            List<Component> parts = OverridesOfNothing.embedded(attribute.getValue());
            boolean collection = attribute.getValue() instanceof Collection;
            if (!parts.isEmpty() && !OverridesOfNothing.isWithin(name, parts, collection)) {
                tell(element, name, MappedClasses.simple(owner.getEntityName()) + "." + holder);
            }
        }
    }

    private void tell(String element, String name, String place) {
        String line = document + (locator == null ? "" : ", line " + locator.getLineNumber());
        notes.add(ModelNote.of(
                "override-of-nothing",
                line,
                String.format(
                        Locale.ROOT,
                        "<%s name=\"%s\"> for %s names no attribute there, and Hibernate passes it over: the column keeps the name that it would have"
                                + " without.",
                        element,
                        name,
                        place),
                "Correct the name, or take the element out."));
    }
}
