package dev.retort.random;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Choices that a seed makes; the same seed makes the same. */
public final class Dice {

    private final Random random;

    public Dice(long seed) {
        // Seeds side by side give first numbers side by side unless they are spread.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** True so many times of a hundred. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A number of at least the first and at most the second. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    public <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @SafeVarargs
    public final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** So many of them, in any order; all where there are fewer. */
    public <T> List<T> some(Collection<T> all, int count) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    /** Something, so many times of a hundred; otherwise nothing. */
    public String maybe(int percent, String text) {
        return chance(percent) ? text : "";
    }
}
