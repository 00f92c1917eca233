package dev.retort.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.hibernate.boot.spi.MetadataImplementor;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Finds attributes of {@code orm.xml} documents that no mapping has, such as {@code lenth}: Hibernate passes them over, and what they were to say is not said.
 * An unknown element it rejects by itself. Asked is the grammar that this Hibernate brings, which knows its own additions to the standard's.
 */
final class UnknownXmlAttributes {

    private static final String NAMESPACE = "http://www.hibernate.org/xsd/orm/mapping";

    /** The grammars of the lines, newest first; each is the only one that its line reads by. */
    private static final List<String> GRAMMARS =
            List.of("org/hibernate/xsd/mapping/mapping-7.0.xsd", "org/hibernate/xsd/mapping/mapping-3.1.0.xsd");

    /** Xerces' code for an attribute that an element does not have, and the names. */
    private static final Pattern NOT_ALLOWED =
            Pattern.compile("cvc-complex-type\\.3\\.2\\.2: Attribute '([^']+)' .* element '([^']+)'");

    private final List<ModelNote> notes;

    private UnknownXmlAttributes(List<ModelNote> notes) {
        this.notes = notes;
    }

    /** Reads the documents that Hibernate has read, and leaves a note for each such attribute. */
    static void look(EntitySources sources, ClassLoader loader, List<ModelNote> notes) {
        List<String> resources = sources.resources().stream()
                .filter(UnknownXmlAttributes::isStandard)
                .toList();
        List<String> files = sources.files().stream()
                .filter(UnknownXmlAttributes::isStandard)
                .toList();
        URL grammar = resources.isEmpty() && files.isEmpty() ? null : grammar();
        if (grammar == null) {
            return;
        }
        UnknownXmlAttributes looking = new UnknownXmlAttributes(notes);
        try {
            Validator validator = validator(grammar);
            for (String resource : resources) {
                looking.read(resource, loader.getResource(resource), validator);
            }
            for (String file : files) {
                looking.read(file, Path.of(file).toUri().toURL(), validator);
            }
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            // Hibernate has read the documents: what its own grammar cannot say of them is left unsaid, and this is.
            notes.add(ModelNote.of(
                    "unknown-xml-attribute",
                    String.join(", ", resources),
                    "The attributes in the mapping documents could not be looked through: " + unreadable.getMessage(),
                    "Compare them with the grammar by hand."));
        }
    }

    /** Documents of the classic kind are of another grammar, by which Hibernate checks them. */
    private static boolean isStandard(String document) {
        return !document.endsWith(".hbm.xml");
    }

    private static @Nullable URL grammar() {
        return GRAMMARS.stream()
                .flatMap(name -> Stream.ofNullable(
                        MetadataImplementor.class.getClassLoader().getResource(name)))
                .findFirst()
                .orElse(null);
    }

    private static Validator validator(URL grammar) throws SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        // The grammar is Hibernate's own, and larger than what is trusted to a stranger.
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
        Validator validator = factory.newSchema(grammar).newValidator();
        validator.setProperty("http://apache.org/xml/properties/locale", Locale.ENGLISH);
        return validator;
    }

    private void read(String document, @Nullable URL url, Validator validator)
            throws IOException, SAXException, ParserConfigurationException {
        if (url == null) {
            return;
        }
        validator.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException failure) {
                tell(document, failure);
            }
        });
        SAXParserFactory parsers = SAXParserFactory.newDefaultInstance();
        parsers.setNamespaceAware(true);
        parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
        parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            InputSource input = new InputSource(in);
            validator.validate(
                    new SAXSource(new OneNamespace(parsers.newSAXParser().getXMLReader()), input));
        }
    }

    private void tell(String document, SAXParseException failure) {
        Matcher matcher = NOT_ALLOWED.matcher(String.valueOf(failure.getMessage()));
        if (matcher.find() && !matcher.group(1).contains(":")) {
            String place = document + ", line " + failure.getLineNumber();
            notes.add(ModelNote.of(
                    "unknown-xml-attribute",
                    place,
                    "<" + matcher.group(2) + "> has no attribute " + matcher.group(1)
                            + ", and Hibernate passes it over.",
                    "Correct its name, or take it out."));
        }
    }

    /** Documents of every version of the standard, read as Hibernate reads them: as its own. */
    private static final class OneNamespace extends XMLFilterImpl {

        OneNamespace(XMLReader parent) {
            super(parent);
        }

        @Override
        public void startElement(String uri, String localName, String qualified, Attributes attributes)
                throws SAXException {
            super.startElement(NAMESPACE, localName, localName, attributes);
        }

        @Override
        public void endElement(String uri, String localName, String qualified) throws SAXException {
            super.endElement(NAMESPACE, localName, localName);
        }
    }
}
