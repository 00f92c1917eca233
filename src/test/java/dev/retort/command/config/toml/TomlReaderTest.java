package dev.retort.command.config.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of TOML 1.0, by what its specification shows as right and as wrong. */
class TomlReaderTest {

    private static Map<String, Object> read(String document) throws TomlException {
        return plain(TomlReader.read(document));
    }

    private static Map<String, Object> plain(TomlTable table) {
        Map<String, Object> plain = new TreeMap<>();
        table.keys().forEach(key -> plain.put(key, plain(table.get(key))));
        return plain;
    }

    private static Object plain(Object value) {
        if (value instanceof TomlTable table) {
            return plain(table);
        } else if (value instanceof TomlArray array) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                values.add(plain(array.get(i)));
            }
            return values;
        }
        return value;
    }

    @Test
    void readsKeysOfEverySpelling() throws TomlException {
        assertThat(read("\ufeffbare_key-1 = 1\r\n\"quoted \\u00e9\"=2 # why\n'lit\\eral' = 3\n1234 = 4\n\"\" = 5"))
                .isEqualTo(Map.of("bare_key-1", 1L, "quoted é", 2L, "lit\\eral", 3L, "1234", 4L, "", 5L));
        assertThat(read("a . \"b\".c = 1\na.d = 2")).isEqualTo(Map.of("a", Map.of("b", Map.of("c", 1L), "d", 2L)));
    }

    @Test
    void readsStrings() throws TomlException {
        assertThat(read("""
                a = "tab\\t \\"quoted\\" \\\\ \\U0001F600"
                b = 'C:\\Users\\x'
                c = \"\"\"
                first "" line
                second \\
                    joined\"\"\"\"\"
                d = '''
                raw \\ ''text'''
                e = ""
                """))
                .isEqualTo(Map.of(
                        "a", "tab\t \"quoted\" \\ 😀",
                        "b", "C:\\Users\\x",
                        "c", "first \"\" line\nsecond joined\"\"",
                        "d", "raw \\ ''text",
                        "e", ""));
    }

    @Test
    void readsNumbersDatesAndTruth() throws TomlException {
        assertThat(read("a = +99\nb = 1_000\nc = 0xDEAD_beef\nd = 0o755\ne = 0b11\nf = -0.5e+1_0\ng = -inf\nh = true"))
                .isEqualTo(Map.of(
                        "a",
                        99L,
                        "b",
                        1000L,
                        "c",
                        0xDEADBEEFL,
                        "d",
                        493L,
                        "e",
                        3L,
                        "f",
                        -0.5e10,
                        "g",
                        Double.NEGATIVE_INFINITY,
                        "h",
                        true));
        for (String moment : List.of(
                "1979-05-27T07:32:00Z",
                "1979-05-27 00:32:00.999-07:00",
                "1979-05-27T07:32:00",
                "1979-05-27",
                "07:32:00.5")) {
            assertThat(read("a = " + moment + " # then").get("a")).isEqualTo(new TomlMoment(moment));
        }
    }

    @Test
    void readsArraysAndTables() throws TomlException {
        assertThat(read("a = [ 1, [\"x\", 'y'], # mixed\n {b.c = true} ,\n]\ne = []\nf = {}"))
                .isEqualTo(Map.of(
                        "a",
                        List.of(1L, List.of("x", "y"), Map.of("b", Map.of("c", true))),
                        "e",
                        List.of(),
                        "f",
                        Map.of()));
        assertThat(read("[a.b]\nx = 1\n[a]\ny = 2\n[[c]]\nz = 3\n[c.d]\n[[c]]\n[e]\nf.g = 4\n[e.f.h]"))
                .isEqualTo(Map.of(
                        "a", Map.of("b", Map.of("x", 1L), "y", 2L),
                        "c", List.of(Map.of("z", 3L, "d", Map.of()), Map.of()),
                        "e", Map.of("f", Map.of("g", 4L, "h", Map.of()))));
    }

    @Test
    void knowsTheLineOfEverything() throws TomlException {
        TomlTable table = TomlReader.read("# one\n\na = \"\"\"\nx\n\"\"\"\nb = [\n  1,\n  2\n]\n");
        assertThat(table.line("a")).isEqualTo(3);
        assertThat(table.line("b")).isEqualTo(6);
        assertThat(((TomlArray) table.get("b")).line(1)).isEqualTo(8);
        assertThatThrownBy(() -> TomlReader.read("a = 1\nb = \nc = 2"))
                .isInstanceOfSatisfying(
                        TomlException.class, e -> assertThat(e.line()).isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a =",
                "= 1",
                "a = 1 b = 2",
                "a.b. = 1",
                "a = 1\na = 2",
                "a = 1\na.b = 2",
                "a = x",
                "a = 01",
                "a = 1__0",
                "a = 1.",
                "a = .5",
                "a = 0x",
                "a = +0x1",
                "a = 99999999999999999999",
                "a = \"x",
                "a = 'x",
                "a = \"\"\"x",
                "a = \"\\x41\"",
                "a = \"\\ud800\"",
                "a = \"C:\\Users\"",
                "a = \"x\u0001\"",
                "# \u0007",
                "a = \"\n\"",
                "a = [1, 2",
                "a = [1 2]",
                "a = [,]",
                "a = {b = 1",
                "a = {b = 1,}",
                "a = {b = 1,\nc = 2}",
                "a = {b = 1}\na.c = 2",
                "a = {b = 1}\n[a.c]",
                "[a]\n[a]",
                "[a",
                "[]",
                "[a]b = 1",
                "[[a]",
                "[a]\nb = 1\n[a.b]",
                "[a]\n[[a]]",
                "a = []\n[[a]]",
                "[[a]]\n[a]",
                "[a.b.c]\n[a]\nb.c.d = 1",
                "[a]\nb.c = 1\n[a.b]",
                "a = 1979-02-30",
                "a = 1979-05-27T25:00:00",
                "a = 1979-05-27Z",
                "a = 07:32",
                "a = True",
                "\r a = 1",
            })
    void refusesWhatIsWrong(String document) {
        assertThatThrownBy(() -> TomlReader.read(document)).isInstanceOf(TomlException.class);
    }
}
