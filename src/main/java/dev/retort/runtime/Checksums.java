package dev.retort.runtime;

import dev.retort.migration.Direction;
import dev.retort.migration.NeedsDatabaseException;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.Operation;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.JavaLexer.Kind;
import dev.retort.runtime.JavaLexer.MalformedSource;
import dev.retort.runtime.JavaLexer.Token;
import dev.retort.sql.SqlRenderer;

/** What a revision does, as a short text that differs when it does something else. */
final class Checksums {

    private Checksums() {}

    /**
     * Of a source file: the words of the class's body. A comment, a line break, the message or an acknowledgement changes nothing.
     *
     * @return {@code source:} and a hash
     */
    static String ofSource(RevisionInfo revision, String source) {
        String text = source.replace("\r\n", "\n").replace('\r', '\n');
        StringBuilder words = new StringBuilder().append(revision.transactional());
        try {
            JavaLexer lexer = new JavaLexer(text);
            boolean declared = false;
            boolean inside = false;
            Token before = new Token(Kind.END, "", 0);
            for (Token token = lexer.next(); token.kind() != Kind.END; token = lexer.next()) {
                declared |= token.is("class") && !before.is(".");
                inside |= declared && token.is("{");
                if (inside) {
                    words.append('\u0000').append(token.kind()).append(token.text());
                }
                before = token;
            }
        } catch (MalformedSource e) {
            // The compiler will say so, if it must run.
            words.append(text);
        }
        return "source:" + Hashes.sha256(words.toString());
    }

    /**
     * Of a class: the SQL of its upgrade, as far as it can be told without a database. The compiler's bytes would differ from one Java to the next.
     *
     * @return {@code sql-VERSION:} and a hash, as another version of ours may spell the same operation differently
     */
    static String ofClass(RevisionInfo revision, RevisionLoader loader) {
        RecordingOperations recording = new RecordingOperations();
        StringBuilder sql = new StringBuilder().append(revision.transactional());
        try {
            Hearing.hear(revision, Direction.UPGRADE, loader, recording);
        } catch (NeedsDatabaseException e) {
            sql.append('?');
        }
        for (Operation operation : recording.operations()) {
            SqlRenderer.render(operation)
                    .forEach(statement -> sql.append('\u0000').append(statement.sql()));
        }
        String version = Checksums.class.getPackage().getImplementationVersion();
        return "sql-" + (version == null ? "0" : version) + ":" + Hashes.sha256(sql.toString());
    }
}
