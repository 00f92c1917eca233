package dev.retort.cli.output;

import dev.retort.command.verify.Verification;
import java.util.Locale;

/** A verification as a JUnit report, which build servers read. */
public final class VerificationJunit {

    private VerificationJunit() {}

    /** The XML document. */
    public static String of(Verification verification) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuite name=\"retort verify\" tests=\"")
                .append(verification.steps().size())
                .append("\" failures=\"")
                .append(count(verification, Verification.Outcome.FAILED))
                .append("\" errors=\"0\" skipped=\"")
                .append(count(verification, Verification.Outcome.SKIPPED))
                .append("\" time=\"")
                .append(seconds(verification.took().toMillis()))
                .append("\">\n");
        for (Verification.Step step : verification.steps()) {
            xml.append("  <testcase classname=\"retort\" name=\"")
                    .append(escaped(step.what().isEmpty() ? step.name() : step.name() + " " + step.what()))
                    .append("\" time=\"")
                    .append(seconds(step.took().toMillis()))
                    .append('"');
            String detail = escaped(String.join("\n", step.detail()));
            switch (step.outcome()) {
                case PASSED -> xml.append("/>\n");
                case FAILED -> xml.append(">\n    <failure>").append(detail).append("</failure>\n  </testcase>\n");
                case SKIPPED ->
                    xml.append(">\n    <skipped message=\"")
                            .append(detail.replace("\n", "&#10;"))
                            .append("\"/>\n  </testcase>\n");
            }
        }
        return xml.append("</testsuite>\n").toString();
    }

    private static long count(Verification verification, Verification.Outcome outcome) {
        return verification.steps().stream()
                .filter(step -> step.outcome() == outcome)
                .count();
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }

    /** XML 1.0 cannot hold control characters, not even escaped. */
    private static String escaped(String text) {
        return Harmless.lines(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
