package dev.retort.codegen;

import dev.retort.operation.CreateTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a revision's text.
 *
 * @param operation the operation
 * @param subject what it is done for: mostly itself
 * @param chain its statement
 * @param code the statement in lines
 * @param origin the entity or attribute it comes from; empty for none
 */
record Passage(Operation operation, Operation subject, Chain chain, String code, String origin) {

    /** The passages of operations, in their order. */
    static List<Passage> of(List<Operation> operations, Origins origins) {
        List<Passage> passages = new ArrayList<>();
        CreateTable made = null;
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            boolean fills = i + 1 < operations.size() && fills(operation, operations.get(i + 1));
            Operation subject = fills ? operations.get(i + 1) : operation;
            Chain chain = operation.accept(new JavaRenderer());
            made = operation instanceof CreateTable create ? create : completes(made, operation) ? made : null;
            String origin = origins.of(made == null ? subject : made);
            passages.add(new Passage(operation, subject, chain, ChainLayout.statement(chain), origin));
        }
        return passages;
    }

    /** Whether it puts into a table that was just made the rows that it cannot do without, such as those of a table of generators. */
    private static boolean completes(@Nullable CreateTable made, Operation operation) {
        return made != null
                && operation instanceof Execute execute
                && execute.sql().toLowerCase(Locale.ROOT).startsWith("insert into ")
                && execute.sql().contains(made.table().name().name());
    }

    /** Whether it changes the rows of a table for what is done with the table next, and so stands with that. */
    private static boolean fills(Operation operation, Operation next) {
        String table = Theme.table(next).name();
        return operation instanceof Execute execute
                && !table.isEmpty()
                && execute.sql().startsWith("UPDATE ")
                && execute.sql().contains(table);
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
        return Theme.of(subject);
    }

    private ObjectName table() {
        return Theme.table(subject);
    }
}
