package dev.retort.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The properties and what is said of them. */
class RetortPropertiesTest {

    /** The file that editors complete from is written by hand. */
    @Test
    void everyPropertyIsDescribed() throws Exception {
        Set<String> described = new TreeSet<>();
        try (InputStream file =
                        RetortProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json");
                JsonParser json = new JsonFactory().createParser(file)) {
            String list = "";
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_ARRAY
                        && json.getParsingContext().getParent().inObject()) {
                    list = json.currentName();
                } else if (token == JsonToken.VALUE_STRING
                        && json.currentName().equals("name")
                        && list.equals("properties")) {
                    described.add(json.getText());
                }
            }
        }
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RetortProperties.class.getRecordComponents())
                        .map(RetortPropertiesTest::property)
                        .toList());
    }

    private static String property(RecordComponent component) {
        return "retort."
                + component
                        .getName()
                        .replace("packageName", "package")
                        .replaceAll("([A-Z])", "-$1")
                        .toLowerCase(Locale.ROOT);
    }
}
