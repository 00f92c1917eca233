package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What names tell of an indicator, and which tell nothing. */
class IndicatorMarksTest {

    @Test
    void namesThatTell() {
        for (String name : List.of(
                "deleted",
                "is_deleted",
                "removed",
                "archived",
                "inActive",
                "in_active",
                "deactivated",
                "gone",
                "disabled")) {
            assertThat(IndicatorMarks.of(name)).as(name).isEqualTo(IndicatorMarks.DELETED);
        }
        for (String name : List.of("active", "Act ive", "is_active", "alive", "live", "is_live", "enabled")) {
            assertThat(IndicatorMarks.of(name)).as(name).isEqualTo(IndicatorMarks.ACTIVE);
        }
    }

    @Test
    void namesThatTellNothing() {
        for (String name : List.of(
                "zombie",
                "geloescht",
                "not_deleted",
                "undeleted",
                "nonactive",
                "no_active",
                "delivered",
                "deleted_or_active",
                "")) {
            assertThat(IndicatorMarks.of(name)).as(name).isEqualTo(IndicatorMarks.UNKNOWN);
        }
    }
}
