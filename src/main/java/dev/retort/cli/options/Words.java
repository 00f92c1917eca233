package dev.retort.cli.options;

import dev.retort.command.config.ObjectKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words that options of text take, for the completion of shells. */
final class Words {

    private Words() {}

    /** When something is shown. */
    static final class When extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        When() {
            super(List.of("auto", "always", "never"));
        }
    }

    /** How constraints are named. */
    static final class Namings extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        Namings() {
            super(List.of("postgresql", "hibernate"));
        }
    }

    /** Kinds of objects. */
    static final class Kinds extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        Kinds() {
            super(Arrays.stream(ObjectKind.values()).map(ObjectKind::word).toList());
        }
    }
}
