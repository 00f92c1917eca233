package dev.retort.schema;

/** The values that PostgreSQL fills in, per the manual's page of CREATE SEQUENCE. */
final class SequenceDefaults {

    private SequenceDefaults() {}

    static SequenceOptions complete(SequenceOptions stated, SqlType defaultType) {
        SqlType type = stated.type() != null ? stated.type() : defaultType;
        long increment = stated.increment() != null ? stated.increment() : 1L;
        boolean ascending = increment > 0;
        long min = stated.minValue() != null ? stated.minValue() : ascending ? 1L : lowest(type);
        long max = stated.maxValue() != null ? stated.maxValue() : ascending ? highest(type) : -1L;
        long start = stated.start() != null ? stated.start() : ascending ? min : max;
        return new SequenceOptions(
                type,
                start,
                increment,
                min,
                max,
                stated.cache() != null ? stated.cache() : 1L,
                stated.cycle() != null && stated.cycle());
    }

    private static long lowest(SqlType type) {
        return switch (type.base()) {
            case "smallint" -> Short.MIN_VALUE;
            case "integer" -> Integer.MIN_VALUE;
            default -> Long.MIN_VALUE;
        };
    }

    private static long highest(SqlType type) {
        return switch (type.base()) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }
}
