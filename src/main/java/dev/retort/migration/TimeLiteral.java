package dev.retort.migration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates and times as PostgreSQL reads them; years before our era as it writes them, with BC. */
final class TimeLiteral {

    private TimeLiteral() {}

    /** The literal; null where the value is no date or time. */
    static @Nullable SqlLiteral of(Object value) {
        if (value instanceof LocalDate date) {
            return quoted(date(date) + era(date), "date");
        } else if (value instanceof LocalTime) {
            return quoted(value.toString(), "time");
        } else if (value instanceof LocalDateTime at) {
            return quoted(timestamp(at) + era(at.toLocalDate()), "timestamp");
        } else if (value instanceof OffsetDateTime at) {
            return zoned(at);
        } else if (value instanceof ZonedDateTime at) {
            return zoned(at.toOffsetDateTime());
        } else if (value instanceof Instant at) {
            return zoned(at.atOffset(ZoneOffset.UTC));
        } else if (value instanceof OffsetTime) {
            return quoted(value.toString(), "timetz");
        }
        return ofOldClass(value);
    }

    private static @Nullable SqlLiteral ofOldClass(Object value) {
        if (value instanceof java.sql.Date date) {
            return of(date.toLocalDate());
        } else if (value instanceof java.sql.Time time) {
            return of(time.toLocalTime());
        } else if (value instanceof java.sql.Timestamp at) {
            return of(at.toLocalDateTime());
        } else if (value instanceof java.util.Date at) {
            return of(at.toInstant());
        }
        return null;
    }

    private static SqlLiteral zoned(OffsetDateTime at) {
        return quoted(timestamp(at.toLocalDateTime()) + at.getOffset() + era(at.toLocalDate()), "timestamptz");
    }

    private static String timestamp(LocalDateTime at) {
        return date(at.toLocalDate()) + " " + at.toLocalTime();
    }

    private static String date(LocalDate date) {
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, date.getMonthValue(), date.getDayOfMonth());
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : " BC";
    }

    private static SqlLiteral quoted(String text, String cast) {
        return new SqlLiteral(text, cast, false);
    }
}
