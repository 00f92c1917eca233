package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.DatabaseException;
import dev.retort.cli.output.ErrorPrinter;
import dev.retort.cli.output.LiveLine;
import dev.retort.cli.output.ProgressStyle;
import dev.retort.cli.output.Terminal;
import dev.retort.command.tenant.Outcome;
import dev.retort.command.tenant.Tenant;
import dev.retort.database.Database;
import dev.retort.database.Databases;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is shown while many tenants are brought along. */
class TenantBoardTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = Ran.NOW;

    @Test
    void tellsHowManyHowManyFailedAndHowLong() {
        TenantBoard board = board(true);
        assertThat(board.text()).isEqualTo("[--------------------] 0 of 4");
        now = now.plus(Duration.ofSeconds(10));
        board.ended(outcome("tenant_1", false));
        assertThat(board.text()).isEqualTo("[#####---------------] 1 of 4, about 30 s left");
        board.ended(outcome("tenant_\u001b[2J", true));
        assertThat(board.text()).isEqualTo("[##########----------] 2 of 4, 1 failed, about 10 s left");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("failed tenant_\\u001b[2J\n");
    }

    @Test
    void whereNothingIsWrittenOverEachHasALine() {
        board(false).ended(outcome("tenant_1", false));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("upgrade tenant_1 <base> -> 0002  (0 ms)\n");
    }

    private TenantBoard board(boolean live) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new LiveLine(new PrintStream(err, true, StandardCharsets.UTF_8)),
                false,
                false,
                false,
                false);
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return new TenantBoard(
                terminal,
                tenant -> new ErrorPrinter(terminal, text -> text),
                ProgressStyle.SILENT.begin(terminal, clock),
                live,
                "upgrade",
                4,
                clock);
    }

    private static Outcome outcome(String name, boolean failed) {
        Database nowhere = Databases.of("postgresql://localhost/x", "nobody", Map.of());
        return new Outcome(
                new Tenant(name, nowhere, name),
                new TreeSet<>(),
                new TreeSet<>(List.of("0002")),
                List.of(),
                "postgres",
                failed ? new DatabaseException("x", "y", "z") : null);
    }
}
