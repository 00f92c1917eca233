package dev.retort.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lets people ask for help as they do elsewhere: {@code help COMMAND}, and {@code -h COMMAND}. */
final class HelpWords {

    private static final List<String> OPTIONS = List.of("-h", "--help");

    private HelpWords() {}

    /** The words with the option for help behind the command that it is about. */
    static String[] arrange(String[] args) {
        List<String> words = new ArrayList<>(Arrays.asList(args));
        boolean asks = !words.isEmpty() && words.get(0).equals("help");
        if (asks) {
            words.remove(0);
        }
        int command = 0;
        while (command < words.size() && !Subcommands.names().contains(words.get(command))) {
            command++;
        }
        List<String> before = words.subList(0, command);
        asks |= command < words.size() && before.removeAll(OPTIONS);
        if (asks) {
            words.add("--help");
        }
        return words.toArray(String[]::new);
    }
}
