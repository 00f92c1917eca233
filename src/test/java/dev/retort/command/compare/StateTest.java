package dev.retort.command.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.UsageException;
import dev.retort.revision.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StateTest {

    private static final Path HERE = Path.of("/project");

    @Test
    void readsEveryState() {
        assertThat(State.parse("model", HERE)).isEqualTo(new State.OfModel());
        assertThat(State.parse("revisions", HERE)).isEqualTo(new State.OfRevisions(Target.HEADS));
        assertThat(State.parse("revisions@0003", HERE)).isEqualTo(new State.OfRevisions(Target.id("0003")));
        assertThat(State.parse("empty", HERE)).isEqualTo(new State.Empty());
        assertThat(State.parse("file:db/a.sql", HERE)).isEqualTo(new State.OfFile(HERE.resolve("db/a.sql")));
        assertThat(State.parse("env:staging", HERE)).isEqualTo(new State.OfEnvironment("staging"));
        assertThat(State.parse("postgresql+asyncpg://h/d", HERE))
                .isEqualTo(new State.OfUrl("postgresql+asyncpg://h/d"));
        assertThat(State.parse("jdbc:postgresql:d", HERE)).isEqualTo(new State.OfUrl("jdbc:postgresql:d"));
    }

    @Test
    void namesAStateWithoutItsUrl() {
        assertThat(State.parse("postgres://u:secret@h/d", HERE).word()).isEqualTo("database");
        assertThat(State.parse("revisions@0003", HERE).word()).isEqualTo("revisions@0003");
        assertThat(State.parse("file:db/a.sql", HERE).word()).isEqualTo("file:a.sql");
    }

    @Test
    void aMisspeltStateNamesTheNearest() {
        assertThatThrownBy(() -> State.parse("modle", HERE))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Did you mean model?");
    }
}
