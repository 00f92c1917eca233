package dev.retort.command.config;

import dev.retort.UsageException;
import dev.retort.codegen.RevisionStyle;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How revision files are written: header, names of classes, time zone. */
final class RevisionFileSetting {

    private RevisionFileSetting() {}

    static RevisionStyle style(String header, @Nullable Setting pattern, @Nullable Setting zone) {
        String classes =
                pattern == null ? RevisionStyle.CLASS_PATTERN : pattern.values().get(0);
        String wrong = RevisionStyle.wrongWith(classes);
        if (wrong != null) {
            throw new UsageException(
                    "The pattern \"" + classes + "\" of " + (pattern == null ? "revision-class" : pattern.origin())
                            + " names no Java class",
                    wrong + ".",
                    "For example: revision-class = \"" + RevisionStyle.CLASS_PATTERN + "\"");
        }
        return new RevisionStyle(header, classes, zone == null ? ZoneOffset.UTC : zone(zone));
    }

    private static ZoneId zone(Setting setting) {
        String name = setting.values().get(0);
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new UsageException(
                            "The time zone \"" + name + "\" of " + setting.origin() + " is not known",
                            "it is a name of the tz database, or an offset.",
                            "For example: timezone = \"Europe/Berlin\"")
                    .causedBy(e);
        }
    }
}
