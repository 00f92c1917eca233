package dev.retort.diff;

import java.util.regex.Pattern;

/** Which rows an indicator of {@code @SoftDelete} marks by being true, as far as its name tells: the schema does not say which strategy it is of. */
enum IndicatorMarks {
    DELETED,
    ACTIVE,
    UNKNOWN;

    private static final Pattern GONE = Pattern.compile("delet|remov|archiv|trash|gone|disabl|inactiv|deactiv");
    private static final Pattern THERE = Pattern.compile("(?<!in|de)activ|alive|enabl|^(?:is)?live");

    /** With these nobody knows: {@code not_deleted}, {@code undeleted}. */
    private static final Pattern DENIED =
            Pattern.compile("(?:not?|non|un)(?:" + GONE.pattern() + "|" + THERE.pattern() + ")");

    /** By the letters of the name, as Hibernate's own {@code deleted} and {@code active} are told apart. */
    static IndicatorMarks of(String column) {
        String letters = Spelling.letters(column);
        boolean gone = GONE.matcher(letters).find();
        boolean there = THERE.matcher(letters).find();
        return gone == there || DENIED.matcher(letters).find() ? UNKNOWN : gone ? DELETED : ACTIVE;
    }

    /** Whether the one says of a row what the other denies. */
    boolean isContraryTo(IndicatorMarks other) {
        return this != UNKNOWN && other != UNKNOWN && this != other;
    }
}
