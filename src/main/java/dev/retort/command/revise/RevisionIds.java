package dev.retort.command.revise;

import dev.retort.command.config.RevisionIdStyle;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Makes the ids of new revisions. */
final class RevisionIds {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int DIGITS = 4;
    private static final int HASH_LENGTH = 12;

    private RevisionIds() {}

    static String next(
            RevisionIdStyle style, RevisionGraph graph, List<String> revises, String message, Instant created) {
        return style == RevisionIdStyle.SEQUENCE ? number(graph) : hash(graph, revises, message, created);
    }

    /** One more than the greatest number there is, as wide as that. */
    private static String number(RevisionGraph graph) {
        long greatest = 0;
        int width = DIGITS;
        for (RevisionInfo revision : graph.all()) {
            if (NUMBER.matcher(revision.id()).matches()) {
                long number = Long.parseLong(revision.id());
                if (number > greatest) {
                    greatest = number;
                    width = revision.id().length();
                }
            }
        }
        return String.format("%0" + width + "d", greatest + 1);
    }

    private static String hash(RevisionGraph graph, List<String> revises, String message, Instant created) {
        String seed = String.join(" ", revises) + "\n" + message + "\n" + created;
        String id = digest(seed);
        // Twice the same message in one instant.
        for (int i = 1; graph.contains(id); i++) {
            id = digest(seed + "\n" + i);
        }
        return id;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Objects.requireNonNull(HexFormat.of().formatHex(digest)).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
