package dev.retort.command.tenant;

import dev.retort.runtime.StopSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Does the same for many tenants, several at a time; one that fails stops no other unless that is asked for. */
final class TenantWork {

    private final int jobs;
    private final boolean failFast;
    private final StopSignal stop;

    TenantWork(int jobs, boolean failFast, StopSignal stop) {
        this.jobs = jobs;
        this.failFast = failFast;
        this.stop = stop;
    }

    /**
     * Begins the work for each tenant in their order.
     *
     * @param work runs on any thread; says what failed as {@link Outcome#failure}, and throws nothing
     * @return the outcomes in the order of the tenants; none for a tenant that was not begun
     */
    List<Outcome> run(List<Found> tenants, Function<Found, Outcome> work) {
        Map<Integer, Outcome> outcomes = new ConcurrentSkipListMap<>();
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean stopped = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(jobs, tenants.size()); i++) {
            Thread thread = new Thread(
                    () -> {
                        for (int at = next.getAndIncrement();
                                at < tenants.size() && !stopped.get() && !stop.requested();
                                at = next.getAndIncrement()) {
                            Outcome outcome = work.apply(tenants.get(at));
                            outcomes.put(at, outcome);
                            if (failFast && outcome.failure() != null) {
                                stopped.set(true);
                            }
                        }
                    },
                    "tenants-" + (i + 1));
            // Who is not stopped in time ends with the process, and every connection with it: each tenant is at a
            // recorded point then.
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            stopped.set(true);
            Thread.currentThread().interrupt();
        }
        return List.copyOf(outcomes.values());
    }
}
