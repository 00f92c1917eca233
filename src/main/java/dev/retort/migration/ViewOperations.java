package dev.retort.migration;

import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropView;
import dev.retort.operation.SetComment;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.ObjectName;
import dev.retort.schema.View;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Views, objects that SQL of their own makes, and comments on anything. */
abstract class ViewOperations extends TypeOperations {

    ViewOperations(Sink sink) {
        super(sink);
    }

    /** Creates a view. */
    public void createView(String name, String query) {
        say(new CreateView(View.of(Spelling.name(name), query)));
    }

    /** Creates a materialized view. */
    public void createMaterializedView(String name, String query) {
        say(new CreateView(new View(Spelling.name(name), query, true, new TreeSet<>(), new TreeSet<>())));
    }

    /** Drops a view. */
    public void dropView(String name) {
        say(new DropView(Spelling.name(name), false));
    }

    /** Drops a materialized view. */
    public void dropMaterializedView(String name) {
        say(new DropView(Spelling.name(name), true));
    }

    /**
     * Creates a function, procedure, aggregate, operator, range type, collation, cast, text search, trigger, policy, rule, statistics, extension or row level security by its
     * own SQL, under management: it is compared with what the model states,
     * and dropped where the model no longer does. What {@link Operations#execute} creates is left alone.
     *
     * @param object what is made, such as {@code function touch(integer)}, {@code trigger touched on customer}, {@code extension citext} or
     *     {@code row security on customer}; names are verbatim, and one with a
     *     space, a dot, a parenthesis or a double quote in it stands in double quotes; arguments are as {@code \df} of psql shows them
     * @param sql the one statement that makes it, behind one of text search those that complete it; {@code CREATE OR REPLACE} takes the place of what is there
     * @throws dev.retort.RevisionException if the object cannot be read
     */
    public void createObject(String object, String sql) {
        say(new CreateObject(Spelling.object(object), sql));
    }

    /**
     * Drops what {@link #createObject} made.
     *
     * @param object what is dropped, such as {@code function touch(integer)} or {@code trigger touched on customer}
     * @throws dev.retort.RevisionException if the object cannot be read
     */
    public void dropObject(String object) {
        say(new DropObject(Spelling.object(object)));
    }

    /** Comments on a PostgreSQL schema; null takes the comment away, here and below. */
    public void commentOnSchema(String name, @Nullable String text) {
        say(new SetComment(new CommentTarget(CommentTarget.Kind.NAMESPACE, new ObjectName(name, name), ""), text));
    }

    /** Comments on a table. */
    public void commentOnTable(String table, @Nullable String text) {
        comment(CommentTarget.Kind.TABLE, table, "", text);
    }

    /** Comments on a column. */
    public void commentOnColumn(String table, String column, @Nullable String text) {
        comment(CommentTarget.Kind.COLUMN, table, column, text);
    }

    /** Comments on a constraint. */
    public void commentOnConstraint(String table, String constraint, @Nullable String text) {
        comment(CommentTarget.Kind.CONSTRAINT, table, constraint, text);
    }

    /** Comments on an index. */
    public void commentOnIndex(String index, @Nullable String text) {
        comment(CommentTarget.Kind.INDEX, index, "", text);
    }

    /** Comments on a sequence. */
    public void commentOnSequence(String sequence, @Nullable String text) {
        comment(CommentTarget.Kind.SEQUENCE, sequence, "", text);
    }

    /** Comments on an enum or composite type. */
    public void commentOnType(String type, @Nullable String text) {
        comment(CommentTarget.Kind.TYPE, type, "", text);
    }

    /** Comments on a domain. */
    public void commentOnDomain(String domain, @Nullable String text) {
        comment(CommentTarget.Kind.DOMAIN, domain, "", text);
    }

    /** Comments on a constraint of a domain. */
    public void commentOnDomainConstraint(String domain, String constraint, @Nullable String text) {
        comment(CommentTarget.Kind.DOMAIN_CONSTRAINT, domain, constraint, text);
    }

    /** Comments on a view. */
    public void commentOnView(String view, @Nullable String text) {
        comment(CommentTarget.Kind.VIEW, view, "", text);
    }

    /** Comments on a materialized view. */
    public void commentOnMaterializedView(String view, @Nullable String text) {
        comment(CommentTarget.Kind.MATERIALIZED_VIEW, view, "", text);
    }

    /**
     * Comments on what {@link #createObject} makes.
     *
     * @param object as it is said there, such as {@code function touch(integer)} or {@code trigger touched on customer}
     * @throws dev.retort.RevisionException if the object cannot be read
     */
    public void commentOnObject(String object, @Nullable String text) {
        say(new SetComment(CommentTarget.object(Spelling.object(object)), text));
    }

    private void comment(CommentTarget.Kind kind, String name, String part, @Nullable String text) {
        say(new SetComment(new CommentTarget(kind, Spelling.name(name), part), text));
    }
}
