package dev.retort.cli;

import java.io.IOException;
import java.io.Reader;

/**
 * A key that somebody pressed.
 *
 * @param digit which, for a {@link Kind#DIGIT}
 */
record Key(Kind kind, int digit) {

    /** What the key is for. */
    enum Kind {
        UP,
        DOWN,
        ENTER,
        YES,
        NO,
        DIGIT,
        /** The end of the input, or the escape key: nothing is answered. */
        END,
        OTHER
    }

    private static final int ESCAPE = 27;
    private static final int END_OF_TRANSMISSION = 4;

    /** Waits for a key. */
    static Key read(Reader in) throws IOException {
        int c = in.read();
        return switch (c) {
            case -1, END_OF_TRANSMISSION -> of(Kind.END);
            case '\n', '\r' -> of(Kind.ENTER);
            case 'k', 'K' -> of(Kind.UP);
            case 'j', 'J' -> of(Kind.DOWN);
            case 'y', 'Y' -> of(Kind.YES);
            case 'n', 'N' -> of(Kind.NO);
            case ESCAPE -> escape(in);
            default -> c >= '1' && c <= '9' ? new Key(Kind.DIGIT, c - '0') : of(Kind.OTHER);
        };
    }

    /** An arrow is escape, {@code [} or {@code O}, and a letter, all at once; escape alone is the key itself. */
    private static Key escape(Reader in) throws IOException {
        if (!in.ready()) {
            return of(Kind.END);
        }
        int bracket = in.read();
        if (bracket != '[' && bracket != 'O') {
            return of(Kind.OTHER);
        }
        int c = in.read();
        while (c >= '0' && c <= '?') {
            c = in.read();
        }
        return of(c == 'A' ? Kind.UP : c == 'B' ? Kind.DOWN : c < 0 ? Kind.END : Kind.OTHER);
    }

    private static Key of(Kind kind) {
        return new Key(kind, 0);
    }

    /** Whether the choice is made; yes and no are keys of a question with two answers alone. */
    boolean settles(int options) {
        return kind == Kind.ENTER || kind == Kind.END || ((kind == Kind.YES || kind == Kind.NO) && options == 2);
    }
}
