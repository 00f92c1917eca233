package dev.retort.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands in messages are ones to type as they are. */
class CommandEchoTest {

    private final GlobalOptions options = new GlobalOptions();

    private String complete(String text) {
        return new CommandEcho(options, "retort", List.of("upgrade", "check", "init")).complete(text);
    }

    @Test
    void takesOverWhatChoosesProjectAndDatabase() {
        options.config = "my shop.toml";
        options.env = "dev";
        options.user = "o'hara";
        assertThat(complete("Run: retort upgrade head"))
                .isEqualTo("Run: retort -c 'my shop.toml' -e dev --user 'o'\\''hara' upgrade head");
    }

    @Test
    void neverShowsAPassword() {
        options.url = "postgresql://anna:geheim@localhost/shop?sslmode=require&password=geheim";
        assertThat(complete("retort upgrade head"))
                .contains("retort --url 'postgresql://anna@localhost/shop?sslmode=require' upgrade head")
                .contains("RETORT_PASSWORD")
                .doesNotContain("geheim");
    }

    @Test
    void namesEntitiesOnlyToWhatReadsThem() {
        options.entities = List.of("com.acme");
        options.exclude = List.of("a|b");
        assertThat(complete("retort upgrade head")).isEqualTo("retort upgrade head");
        assertThat(complete("retort check")).isEqualTo("retort --entities com.acme --exclude 'a|b' check");
    }

    @Test
    void leavesAloneWhatIsNoCommandAndWhatSaysTheOptionItself() {
        options.env = "dev";
        String text =
                "retort writes; my/retort check; retort checks; retort init; retort check --help; retort upgrade -e prod head";
        assertThat(complete(text)).isEqualTo(text);
        assertThat(complete("first: retort check\nthen: retort upgrade head"))
                .isEqualTo("first: retort -e dev check\nthen: retort -e dev upgrade head");
    }

    @Test
    void callsTheProgramAsItWasCalled() {
        assertThat(new CommandEcho(options, "/opt/my tools/retort", List.of("check")).complete("Run: retort check"))
                .isEqualTo("Run: '/opt/my tools/retort' check");
    }
}
