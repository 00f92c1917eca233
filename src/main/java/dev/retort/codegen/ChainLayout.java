package dev.retort.codegen;

import dev.retort.codegen.Chain.Argument;
import dev.retort.codegen.Chain.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Breaks chains into lines: on one if it fits, else a call a line, else an argument a line. */
final class ChainLayout {

    /** 120 columns less the indentation of a method's body. */
    private static final int WIDTH = 112;

    private static final int STEP = 8;

    /** PostgreSQL's, in bytes. */
    private static final int LONGEST_NAME = 63;

    /** The JVM holds at most 65,535 bytes in a constant; a char takes up to three. */
    private static final int LONGEST_CONSTANT = 65_535;

    private static final int PIECE = 16_000;

    private ChainLayout() {}

    /** The chain as a statement; lines after the first begin with their indentation. */
    static String statement(Chain chain) {
        return render(chain, 0, 1) + ";";
    }

    /**
     * The chain in lines.
     *
     * @param indent the column that it begins at
     * @param tail the columns that its last line must leave
     */
    private static String render(Chain chain, int indent, int tail) {
        String flat = flat(chain);
        if (flat != null && indent + flat.length() + tail <= WIDTH) {
            return flat;
        }
        List<Call> calls = chain.calls();
        boolean single = calls.size() == 1;
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            int at = indent;
            if (i > 0) {
                at = indent + STEP;
                out.append('\n').append(" ".repeat(at)).append('.');
            }
            // The elements of a table keep their column whether words follow or not.
            boolean deeper = i == 0 && !single && !call.onePerLine;
            int rest = i == calls.size() - 1 ? tail : 0;
            out.append(call(call, at + (i > 0 ? 1 : 0), at + (deeper ? 2 : 1) * STEP, rest));
        }
        return out.toString();
    }

    /** One call, its arguments broken where it does not fit. */
    private static String call(Call call, int at, int indent, int tail) {
        String flat = flat(call);
        if (flat != null && (call.arguments.isEmpty() || at + flat.length() + tail <= WIDTH)) {
            return flat;
        }
        StringBuilder out = new StringBuilder(call.name).append('(');
        int last = call.arguments.size() - 1;
        String before = call.onePerLine ? null : flat(call.arguments.subList(0, last), false);
        Argument end = call.arguments.get(last);
        if (before != null && end.text() != null && isBlock(end.text(), indent, 1 + tail)) {
            out.append(before).append(before.isEmpty() ? "" : ", ");
            return out.append(text(end.text(), indent, 1 + tail, true))
                    .append(')')
                    .toString();
        }
        if (!call.onePerLine
                && last > 0
                && call.arguments.subList(0, last).stream().allMatch(a -> a.text() == null || isShort(a.text()))
                && (end.text() == null || !isTooLong(end.text()))
                && call.arguments.stream().noneMatch(a -> a.chain() != null)) {
            return fill(call, at, indent, tail);
        }
        for (int i = 0; i <= last; i++) {
            Argument argument = call.arguments.get(i);
            String first = i == 0 ? flat(List.of(argument), false) : null;
            boolean stays = first != null && (last > 0 || at + out.length() + first.length() + tail < WIDTH);
            if (stays) {
                out.append(first);
            } else {
                out.append('\n').append(" ".repeat(indent)).append(argument(argument, indent, 1 + tail));
            }
            out.append(i == last ? ")" : ",");
        }
        return out.toString();
    }

    /** Names and what comes last, as many on a line as fit. */
    private static String fill(Call call, int at, int indent, int tail) {
        StringBuilder out = new StringBuilder(call.name).append('(');
        int column = at + out.length();
        int last = call.arguments.size() - 1;
        for (int i = 0; i <= last; i++) {
            String argument = argument(call.arguments.get(i), indent, 1) + (i == last ? ")" : ",");
            int needed = argument.length() + (i == last ? tail : 0);
            if (i > 0 && column + 1 + needed > WIDTH) {
                out.append('\n').append(" ".repeat(indent));
                column = indent;
            } else if (i > 0) {
                out.append(' ');
                column++;
            }
            out.append(argument);
            column += argument.length();
        }
        return out.toString();
    }

    private static String argument(Argument argument, int indent, int tail) {
        if (argument.chain() != null) {
            return render(argument.chain(), indent, tail);
        } else if (argument.text() != null) {
            return text(argument.text(), indent, tail, false);
        }
        return argument.source();
    }

    /** A text: quoted where it is one line that fits, a block otherwise. */
    private static String text(String text, int indent, int tail, boolean block) {
        if (isTooLong(text)) {
            return pieces(text, indent);
        }
        String quoted = JavaLiterals.quote(text);
        if (block) {
            return TextBlocks.of(text, indent, WIDTH);
        }
        boolean fits = indent + quoted.length() + tail <= WIDTH;
        return fits || !TextBlocks.canWrap(text) ? quoted : TextBlocks.of(text, indent, WIDTH);
    }

    /** Whether a text is no literal of one line even with a line to itself. */
    private static boolean isBlock(String text, int indent, int tail) {
        boolean fits = indent + JavaLiterals.quote(text).length() + tail <= WIDTH;
        return !isTooLong(text) && (TextBlocks.hasLines(text) || (!fits && TextBlocks.canWrap(text)));
    }

    /** Whether it may be a name, of which several stand on a line. */
    private static boolean isShort(String text) {
        return text.length() <= LONGEST_NAME;
    }

    private static boolean isTooLong(String text) {
        return text.length() > PIECE
                && text.getBytes(StandardCharsets.UTF_8).length
                                + text.chars().filter(c -> c == 0).count()
                        > LONGEST_CONSTANT - PIECE;
    }

    private static String pieces(String text, int indent) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int end = Math.min(from + PIECE, text.length());
            int newline = text.lastIndexOf('\n', end - 1);
            end = end < text.length() && newline > from ? newline + 1 : end;
            pieces.add(text.substring(from, end));
            from = end;
        }
        StringBuilder out = new StringBuilder("String.join(\n" + " ".repeat(indent + STEP) + "\"\"");
        for (String piece : pieces) {
            out.append(",\n").append(" ".repeat(indent + STEP));
            out.append(text(piece, indent + STEP, 1, TextBlocks.hasLines(piece)));
        }
        return out.append(')').toString();
    }

    /** The chain on one line; null where it needs several. */
    private static @Nullable String flat(Chain chain) {
        StringBuilder out = new StringBuilder();
        for (Call call : chain.calls()) {
            String flat = flat(call);
            if (flat == null) {
                return null;
            }
            out.append(out.isEmpty() ? "" : ".").append(flat);
        }
        return out.toString();
    }

    private static @Nullable String flat(Call call) {
        String arguments = call.onePerLine ? null : flat(call.arguments, true);
        return arguments == null ? null : call.name + "(" + arguments + ")";
    }

    /**
     * Arguments on one line; null where they need several.
     *
     * @param whole whether they are all of a call's, whose last one may be a block; names come first and SQL comes last
     */
    private static @Nullable String flat(List<Argument> arguments, boolean whole) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            String text = argument.text();
            String flat = argument.source();
            if (argument.chain() != null) {
                flat = flat(argument.chain());
            } else if (text != null) {
                boolean block = whole && i == arguments.size() - 1 && TextBlocks.hasLines(text);
                flat = block || isTooLong(text) ? null : JavaLiterals.quote(text);
            }
            if (flat == null) {
                return null;
            }
            out.append(i == 0 ? "" : ", ").append(flat);
        }
        return out.toString();
    }
}
