package dev.retort.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityTest {

    /** A clock that stands until it is moved. */
    private static final class Hand extends Clock {

        private Instant time = Instant.parse("2026-01-01T00:00:00Z");

        void move(Duration by) {
            time = time.plus(by);
        }

        @Override
        public Instant instant() {
            return time;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Hand clock = new Hand();
    private final List<String> shown = new ArrayList<>();

    private void pass(Activity activity, int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.move(Duration.ofSeconds(1));
            activity.tick();
        }
    }

    @Test
    void plainLinesComeMoreAndMoreSeldom() {
        try (Activity activity = Activity.inLines(shown::add, clock)) {
            activity.begins("0001");
            pass(activity, 9);
            assertThat(shown).isEmpty();
            pass(activity, 150);
            activity.begins("0002");
            pass(activity, 60);
        }
        assertThat(shown)
                .containsExactly("10 s  0001", "30 s  0001", "1 min 10 s  0001", "2 min 10 s  0001", "31 s  0002");
    }

    @Test
    void inPlaceTheLineIsRewrittenAndGoesInTheEnd() {
        try (Activity activity = Activity.inPlace(shown::add, clock)) {
            activity.begins("[1/2] 0001");
            activity.tick();
            assertThat(shown).as("nothing for what is over at once").isEmpty();
            pass(activity, 2);
            activity.continues("[1/2] 0001: 500 of about 1000 rows");
            pass(activity, 1);
        }
        assertThat(shown)
                .containsExactly("1 s  [1/2] 0001", "2 s  [1/2] 0001", "3 s  [1/2] 0001: 500 of about 1000 rows", "");
    }

    @Test
    void otherLinesGoAboveTheLiveOneAndItsTextIsHarmless() {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(screen, true, StandardCharsets.UTF_8);
        LiveLine live = new LiveLine(stream);
        Terminal terminal = new Terminal(stream, stream, live, true, true, false, false);
        terminal.line("first");
        terminal.inPlace("busy \u001b[31m");
        terminal.line("second");
        terminal.inPlace("");
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .isEqualTo("first\n\r\u001b[2K\u001b[?7l\u001b[2mbusy \\u001b[31m\u001b[0m\u001b[?7h"
                        + "\r\u001b[2Ksecond\n\r\u001b[2K\u001b[?7l\u001b[2mbusy \\u001b[31m\u001b[0m\u001b[?7h"
                        + "\r\u001b[2K");
    }

    @Test
    void timesAreInTheUnitsThatSuitThem() {
        assertThat(Times.whole(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Times.whole(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
        assertThat(Times.whole(Duration.ofMinutes(72))).isEqualTo("1 h 12 min");
    }
}
