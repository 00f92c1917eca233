package dev.retort.model;

import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import org.hibernate.HibernateException;
import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * The members of Hibernate that younger lines have and older ones do not: asked for by name, so that what an older line cannot say is absent instead of
 * an error. Everything else in this room links to members that every line from 6.6 to 7.4 has.
 */
final class LineMembers {

    private LineMembers() {}

    /** What a table, column, key, index, check or sequence states for the end of its definition; from 7.0 on. */
    static @Nullable String options(Object mapped) {
        return (String) value(mapped, "getOptions");
    }

    /** What a table states besides its columns; from 7.4 on. */
    static @Nullable String extraDeclarations(Table table) {
        return (String) value(table, "getExtraDeclarations");
    }

    /** The table that holds an entity's history; from 7.4 on. */
    static @Nullable Table auxiliaryTable(PersistentClass entity) {
        return (Table) value(entity, "getAuxiliaryTable");
    }

    /** The annotated member of an attribute's value; from 7.3 on. */
    static @Nullable Object memberDetails(Object value) {
        return value(value, "getMemberDetails");
    }

    /** The foreign keys of a table: a collection from 7.0 on, a map before. */
    @SuppressWarnings({"removal", "unchecked"})
    static Collection<ForeignKey> foreignKeys(Table table) {
        Object keys = value(table, "getForeignKeyCollection");
        return keys == null ? table.getForeignKeys().values() : (Collection<ForeignKey>) keys;
    }

    /** The statements that fill a new table; a bean before 7.0, a record since. */
    @SuppressWarnings("deprecation")
    static String[] statements(InitCommand command) {
        Object statements = value(command, "initCommands");
        return statements == null ? command.getInitCommands() : (String[]) statements;
    }

    private static @Nullable Object value(Object owner, String member) {
        try {
            return owner.getClass().getMethod(member).invoke(owner);
        } catch (NoSuchMethodException absent) {
            return null;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new HibernateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new HibernateException("Hibernate's " + owner.getClass().getName() + "." + member + " is closed", e);
        }
    }
}
