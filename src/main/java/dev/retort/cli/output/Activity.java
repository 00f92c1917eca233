package dev.retort.cli.output;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that may take long: what goes on now, how far it is and since when. At a terminal it is a line that changes in place, elsewhere a plain line
 * now and then, more and more seldom; nothing where it is over quickly.
 */
public final class Activity implements AutoCloseable {

    /** When the first line is shown, and how long at most until the next. */
    private record Rhythm(Duration first, Duration longest) {}

    private static final Rhythm IN_PLACE = new Rhythm(Duration.ofMillis(400), Duration.ofMillis(250));
    private static final Rhythm SELDOM = new Rhythm(Duration.ofSeconds(10), Duration.ofMinutes(1));

    private final Consumer<String> show;
    private final Clock clock;
    private final Rhythm rhythm;
    private final Instant start;
    private Instant next;
    private Duration pause;
    private String now = "";
    private Instant since;
    private @Nullable ScheduledExecutorService ticks;

    private Activity(Consumer<String> show, Clock clock, Rhythm rhythm) {
        this.show = show;
        this.clock = clock;
        this.rhythm = rhythm;
        this.start = clock.instant();
        this.since = start;
        this.pause = rhythm.first();
        this.next = start.plus(pause);
    }

    /** One that is shown in place. */
    static Activity inPlace(Consumer<String> show, Clock clock) {
        return new Activity(show, clock, IN_PLACE);
    }

    /** One that is told in plain lines. */
    static Activity inLines(Consumer<String> show, Clock clock) {
        return new Activity(show, clock, SELDOM);
    }

    /** One that nobody hears of. */
    static Activity silent(Clock clock) {
        return new Activity(text -> {}, clock, SELDOM);
    }

    /** Begins to tell by itself, on a thread of its own. */
    Activity ticking() {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "retort-progress");
            daemon.setDaemon(true);
            return daemon;
        });
        var unused = thread.scheduleWithFixedDelay(this::tick, 100, 100, TimeUnit.MILLISECONDS);
        ticks = thread;
        return this;
    }

    /** Says what goes on from now on; its own time begins, too. Any text, which is made harmless when shown. */
    public synchronized void begins(String what) {
        now = what;
        since = clock.instant();
    }

    /** Says how far it is, or what it does meanwhile; its time goes on. */
    public synchronized void continues(String what) {
        now = what;
    }

    /** Says that nothing goes on for now; what is shown in place goes. */
    public synchronized void rests() {
        now = "";
        if (rhythm.equals(IN_PLACE)) {
            show.accept("");
        }
    }

    /** Ends it; what is shown in place goes. */
    @Override
    public void close() {
        if (ticks != null) {
            ticks.shutdownNow();
        }
        rests();
    }

    /** Shows a line where it is time for one. */
    synchronized void tick() {
        Instant time = clock.instant();
        if (now.isEmpty() || time.isBefore(next)) {
            return;
        }
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(rhythm.longest()) > 0 ? rhythm.longest() : doubled;
        next = time.plus(pause);
        show.accept(Times.whole(Duration.between(since, time)) + "  " + now);
    }
}
