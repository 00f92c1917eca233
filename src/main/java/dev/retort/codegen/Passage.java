package dev.retort.codegen;

import dev.retort.operation.Operation;
import dev.retort.schema.ObjectName;
import java.util.List;

/**
 * One operation of a revision's text.
 *
 * @param operation the operation
 * @param chain its statement
 * @param code the statement in lines
 * @param origin the entity or attribute it comes from; empty for none
 */
record Passage(Operation operation, Chain chain, String code, String origin) {

    /** The passages of operations, in their order. */
    static List<Passage> of(List<Operation> operations, Origins origins) {
        return operations.stream()
                .map(operation -> of(operation, origins.of(operation)))
                .toList();
    }

    private static Passage of(Operation operation, String origin) {
        Chain chain = operation.accept(new JavaRenderer());
        return new Passage(operation, chain, ChainLayout.statement(chain), origin);
    }

    /** Passages as the lines of a method, a blank line between paragraphs, a comment where the origin changes. */
    static String text(List<Passage> passages) {
        StringBuilder out = new StringBuilder();
        Passage before = null;
        String said = "";
        for (Passage passage : passages) {
            boolean paragraph = before != null && (passage.isParagraphAfter(before) || passage.isOrphanAfter(said));
            if (paragraph) {
                out.append('\n');
            }
            said = paragraph ? "" : said;
            if (!passage.origin.isEmpty() && !passage.origin.equals(said)) {
                out.append("// ").append(JavaLiterals.comment(passage.origin)).append('\n');
            }
            said = passage.origin;
            out.append(passage.code).append('\n');
            before = passage;
        }
        return out.toString();
    }

    private boolean isParagraphAfter(Passage before) {
        return isBlock()
                || before.isBlock()
                || theme() != before.theme()
                || (theme() == Theme.COLUMNS && !table().equals(before.table()));
    }

    /** Without a comment of its own it would stand under that of another. */
    private boolean isOrphanAfter(String said) {
        return origin.isEmpty() && !said.isEmpty();
    }

    /** Whether it needs air around it: a table, or SQL of several lines. */
    private boolean isBlock() {
        return code.indexOf('\n') >= 0 && (theme() == Theme.TABLES || code.contains("\"\"\"\n"));
    }

    Theme theme() {
        return Theme.of(operation);
    }

    private ObjectName table() {
        return Theme.table(operation);
    }
}
