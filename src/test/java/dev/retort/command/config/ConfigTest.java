package dev.retort.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {

    @TempDir
    Path folder;

    private Path inner;

    @BeforeEach
    void makeFolders() throws IOException {
        inner = Files.createDirectories(folder.resolve("app/src"));
        Files.createDirectories(folder.resolve("target/classes"));
    }

    private void file(String text) throws IOException {
        Files.writeString(folder.resolve("retort.toml"), text);
    }

    private Config load(Map<String, String> variables, Map<ConfigKey, Setting> commandLine) {
        return new ConfigLoader(variables, inner).load(commandLine, null, null);
    }

    private Map<ConfigKey, Setting> option(ConfigKey key, String value) {
        return Map.of(key, Setting.of(ConfigLoader.split(key, value), inner, "--" + key.word()));
    }

    @Test
    void findsTheFileInTheNearestParentAndStartsPathsThere() throws IOException {
        file("classpath = [\"target/classes\"]\nrevisions = \"db\"\npackage = \"a.b\"\nentities = [\"com.acme\"]\n");
        Config config = load(Map.of(), Map.of());
        assertThat(config.file()).isEqualTo(folder.resolve("retort.toml"));
        assertThat(config.classpath()).containsExactly(folder.resolve("target/classes"));
        assertThat(config.revisions()).isEqualTo(folder.resolve("db"));
        assertThat(config.packageName()).isEqualTo("a.b");
        assertThat(config.entities()).containsExactly("com.acme");
    }

    @Test
    void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
        file("revisions = \"file\"\n");
        assertThat(load(Map.of(), Map.of()).revisions()).isEqualTo(folder.resolve("file"));
        assertThat(load(Map.of("RETORT_REVISIONS", "env"), Map.of()).revisions())
                .isEqualTo(inner.resolve("env"));
        assertThat(load(Map.of("RETORT_REVISIONS", "env"), option(ConfigKey.REVISIONS, "line"))
                        .revisions())
                .isEqualTo(inner.resolve("line"));
    }

    @Test
    void anEnvironmentOfTheFileIsChosenByOptionVariableOrDefault() throws IOException {
        file("default-env = \"dev\"\n[env.dev]\nurl = \"jdbc:postgresql://dev/x\"\n"
                + "[env.prod]\nurl = \"${DATABASE}\"\nprotected = true\nuser = \"migrations\"\n");
        assertThat(load(Map.of(), Map.of()).url()).isEqualTo("jdbc:postgresql://dev/x");
        Config prod = load(Map.of("RETORT_ENV", "prod", "DATABASE", "postgres://db/shop"), Map.of());
        assertThat(prod.url()).isEqualTo("postgres://db/shop");
        assertThat(prod.isProtected()).isTrue();
        assertThat(prod.user()).isEqualTo("migrations");
    }

    @Test
    void aUrlThatNamesItsUserBringsItAlong() throws IOException {
        file("default-env = \"dev\"\n[env.dev]\nurl = \"postgres://db/x\"\nuser = \"migrations\"\n");
        assertThat(load(Map.of("RETORT_URL", "postgres://alice@branch/x"), Map.of())
                        .user())
                .isNull();
        assertThat(load(Map.of("RETORT_URL", "postgres://branch/x"), Map.of()).user())
                .isEqualTo("migrations");
    }

    @Test
    void aVariableThatIsNotSetIsNamedWhenItsSettingIsUsed() throws IOException {
        file("default-env = \"prod\"\n[env.prod]\nurl = \"${DATABASE_URL}\"\n");
        Config config = load(Map.of(), Map.of());
        assertThat(config.packageName()).isEqualTo("migrations");
        assertThatThrownBy(config::url)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("DATABASE_URL is not set")
                .hasMessageContaining("env.prod.url (retort.toml, line 3)");
        assertThat(load(Map.of(), option(ConfigKey.URL, "postgres://x/y")).url())
                .isEqualTo("postgres://x/y");
        assertThatThrownBy(() -> load(Map.of("DATABASE_URL", ""), Map.of()).url())
                .isInstanceOf(UsageException.class);
    }

    @Test
    void aDoubledDollarStandsForItself() throws IOException {
        file("package = \"a\"\n[hibernate]\n\"a.b\" = \"$${x} ${Y}$\"\n");
        assertThat(load(Map.of("Y", "$1"), Map.of()).hibernate()).containsEntry("a.b", "${x} $1$");
    }

    @Test
    void aMisspeltKeyNamesItselfItsLineAndTheNearest() throws IOException {
        file("\nclaspath = []\n");
        assertThatThrownBy(() -> load(Map.of(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("claspath")
                .hasMessageContaining("line 2")
                .hasMessageContaining("Did you mean classpath?");
        file("[env.dev]\nurk = \"x\"\n");
        assertThatThrownBy(() -> load(Map.of(), Map.of()))
                .hasMessageContaining("env.dev.urk")
                .hasMessageContaining("line 2")
                .hasMessageContaining("env.dev.url");
    }

    @Test
    void aValueOfTheWrongKindNamesWhatIsExpected() throws IOException {
        file("revisions = 3\n");
        assertThatThrownBy(() -> load(Map.of(), Map.of())).hasMessageContaining("line 1", "a string");
        file("env = 3\n");
        assertThatThrownBy(() -> load(Map.of(), Map.of())).hasMessageContaining("[env.dev]");
        file("naming = \"oracle\"\n");
        assertThatThrownBy(() -> load(Map.of(), Map.of()).naming()).hasMessageContaining("postgresql, hibernate");
        file("exclude = [\"(\"]\n");
        assertThatThrownBy(() -> load(Map.of(), Map.of()).exclude())
                .hasMessageContaining("exclude (retort.toml, line 1)");
        file("a = \n");
        assertThatThrownBy(() -> load(Map.of(), Map.of())).hasMessageContaining("line 1");
    }

    @Test
    void anUnknownEnvironmentNamesTheNearest() throws IOException {
        file("[env.staging]\nurl = \"x\"\n");
        assertThatThrownBy(() -> load(Map.of("RETORT_ENV", "stagign"), Map.of()))
                .hasMessageContaining("Did you mean --env staging?");
    }

    @Test
    void hibernateSettingsOfFilesAndTablesAreMerged() throws IOException {
        Files.writeString(folder.resolve("h.properties"), "a=file\nb=file\nc=file\n");
        file("hibernate-properties = \"h.properties\"\n[hibernate]\nb = \"table\"\nc.d = 5\n");
        Config config = load(
                Map.of(),
                Map.of(
                        ConfigKey.HIBERNATE,
                        Setting.ofTable(new java.util.TreeMap<>(Map.of("c", "line")), inner, "--hibernate")));
        assertThat(config.hibernate())
                .containsEntry("a", "file")
                .containsEntry("b", "table")
                .containsEntry("c", "line")
                .containsEntry("c.d", "5");
    }

    @Test
    void entitiesOfAFileAreReadOneALine() throws IOException {
        Files.writeString(inner.resolve("list"), "# ours\ncom.a\n\n com.b \n");
        assertThat(load(Map.of(), option(ConfigKey.ENTITIES, "x.Y,@list")).entities())
                .containsExactly("x.Y", "com.a", "com.b");
    }

    @Test
    void aClassPathNamesJarsByWildcardAndMissesNothing() throws IOException {
        Files.createDirectories(inner.resolve("lib"));
        Files.writeString(inner.resolve("lib/b.jar"), "");
        Files.writeString(inner.resolve("lib/a.jar"), "");
        Files.writeString(inner.resolve("lib/readme"), "");
        assertThat(load(Map.of(), option(ConfigKey.CLASSPATH, "lib/*")).classpath())
                .isEqualTo(List.of(inner.resolve("lib/a.jar"), inner.resolve("lib/b.jar")));
        assertThatThrownBy(() ->
                        load(Map.of(), option(ConfigKey.CLASSPATH, "nowhere")).classpath())
                .hasMessageContaining("nowhere");
    }
}
