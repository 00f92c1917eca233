package dev.retort.random;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that are hard to get right, none twice in its room. */
final class NameMaker {

    private static final List<String> WORDS = List.of(
            "order",
            "user",
            "select",
            "Customer",
            "customer",
            "größe",
            "名前",
            "a b",
            "a.b",
            "it's",
            "q\"q",
            "back\\slash",
            "*/",
            "\\u002a/",
            "$1",
            "$$",
            "--",
            ";",
            "CamelCase",
            "snake_case",
            "x",
            "id",
            "value",
            "{x}",
            "%s",
            "table",
            "é",
            "emoji😀",
            "trailing ",
            "1st",
            "CASE",
            "null",
            "x_seq",
            "x_pkey",
            "\"\"",
            "tab\tnew\nline");

    private final Dice dice;
    private final Set<String> taken = new HashSet<>();

    NameMaker(Dice dice) {
        this.dice = dice;
    }

    /** A new name, unquoted, of at most 63 bytes. */
    String make(String room) {
        String name = dice.chance(55) ? dice.pick("t", "c", "thing", "col", "obj") : dice.pick(WORDS);
        if (dice.chance(8)) {
            name = name + "_".repeat(90);
        }
        String unique = cut(name, 63);
        for (int i = 1; !taken.add(room + "|" + unique); i++) {
            unique = cut(name, 60) + i;
        }
        return unique;
    }

    /** A name of one room for another too, if it is free there. */
    boolean claim(String room, String name) {
        return taken.add(room + "|" + name);
    }

    private static String cut(String name, int bytes) {
        String cut = name;
        while (cut.getBytes(StandardCharsets.UTF_8).length > bytes) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
