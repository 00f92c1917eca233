package dev.retort.catalog;

import dev.retort.schema.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Readers of what other objects refer to by oid. */
final class Dictionaries {

    private Dictionaries() {}

    /** Comments, on whatever they are. */
    static final class CommentReader implements KindReader {

        @Override
        public String query() {
            return "comments";
        }

        @Override
        public void read(ResultSet rows, Reading reading) throws SQLException {
            while (rows.next()) {
                reading.comments()
                        .put(
                                new Reading.Address(
                                        Rows.text(rows, "catalog"), rows.getLong("objoid"), rows.getInt("objsubid")),
                                Rows.text(rows, "description"));
            }
        }
    }

    /** Collations, in {@link ObjectName}'s grammar: the bare name in pg_catalog, with its namespace elsewhere. */
    static final class CollationReader implements KindReader {

        @Override
        public String query() {
            return "collations";
        }

        @Override
        public void read(ResultSet rows, Reading reading) throws SQLException {
            while (rows.next()) {
                ObjectName name = Rows.name(rows);
                reading.collations()
                        .put(
                                rows.getLong("oid"),
                                name.namespace().equals("pg_catalog")
                                        ? ObjectName.of(name.name()).display()
                                        : name.qualified());
            }
        }
    }

    /** Operator classes. */
    static final class OpclassReader implements KindReader {

        @Override
        public String query() {
            return "opclasses";
        }

        @Override
        public void read(ResultSet rows, Reading reading) throws SQLException {
            while (rows.next()) {
                ObjectName name = Rows.name(rows);
                boolean bare = name.namespace().equals("pg_catalog")
                        || name.namespace().equals(ObjectName.DEFAULT_NAMESPACE);
                String sql = (bare ? "" : Quoted.plainIdentifier(name.namespace()) + ".")
                        + Quoted.plainIdentifier(name.name());
                reading.opclasses().put(rows.getLong("oid"), new Opclass(sql, rows.getBoolean("standard")));
            }
        }
    }

    /** The parameters of the operator classes of index keys. */
    static final class OpclassOptionReader implements KindReader {

        @Override
        public String query() {
            return "opclass_options";
        }

        @Override
        public void read(ResultSet rows, Reading reading) throws SQLException {
            while (rows.next()) {
                reading.opclassOptions()
                        .put(
                                new Reading.Address("pg_class", rows.getLong("relation"), rows.getInt("number")),
                                Rows.texts(rows, "options"));
            }
        }
    }
}
