package dev.retort.sql;

import dev.retort.operation.AlterComposite;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.AttributeChange;
import dev.retort.operation.DomainChange;
import dev.retort.schema.Cast;
import dev.retort.schema.Check;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Spells composite types, domains and casts. */
final class TypeSql {

    private TypeSql() {}

    static Statement create(CompositeType type) {
        return Statement.of("CREATE TYPE " + SqlWriter.name(type.name()) + " AS "
                + (type.attributes().isEmpty()
                        ? "()"
                        : type.attributes().stream()
                                .map(a -> "    " + attribute(a.name(), a.type()))
                                .collect(Collectors.joining(",\n", "(\n", "\n)"))));
    }

    private static String attribute(String name, SqlType type) {
        return SqlWriter.identifier(name) + " " + SqlWriter.type(type);
    }

    static Statement alter(AlterComposite operation) {
        return Statement.of("ALTER TYPE " + SqlWriter.name(operation.type()) + " "
                + operation.changes().stream().map(TypeSql::words).collect(Collectors.joining(", ")));
    }

    private static String words(AttributeChange change) {
        if (change instanceof AttributeChange.Add add) {
            return "ADD ATTRIBUTE " + attribute(add.name(), add.type());
        } else if (change instanceof AttributeChange.Drop drop) {
            return "DROP ATTRIBUTE " + SqlWriter.identifier(drop.name());
        } else if (change instanceof AttributeChange.SetType set) {
            return "ALTER ATTRIBUTE " + SqlWriter.identifier(set.name()) + " TYPE " + SqlWriter.type(set.type());
        }
        throw new IllegalArgumentException("unknown change of a composite type: " + change);
    }

    static List<Statement> create(Domain domain) {
        StringBuilder sql = new StringBuilder("CREATE DOMAIN ")
                .append(SqlWriter.name(domain.name()))
                .append(" AS ")
                .append(SqlWriter.type(domain.base()));
        if (domain.collation() != null) {
            sql.append(" COLLATE ").append(SqlWriter.collation(domain.collation()));
        }
        if (domain.defaultValue() != null) {
            sql.append(" DEFAULT ").append(SqlWriter.defaultValue(domain.defaultValue()));
        }
        if (!domain.nullable()) {
            sql.append(" NOT NULL");
        }
        List<Statement> later = new ArrayList<>();
        for (Check check : domain.checks()) {
            if (check.validated()) {
                sql.append("\n    ").append(ConstraintSql.definition(check));
            } else {
                later.add(alter(domain, ConstraintSql.definition(check)));
            }
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(sql.toString()));
        statements.addAll(later);
        return statements;
    }

    private static Statement alter(Domain domain, String constraint) {
        return Statement.of("ALTER DOMAIN " + SqlWriter.name(domain.name()) + " ADD " + constraint);
    }

    static List<Statement> alter(AlterDomain operation) {
        return operation.changes().stream()
                .map(change -> Statement.of("ALTER DOMAIN " + SqlWriter.name(operation.domain()) + " " + words(change)))
                .toList();
    }

    private static String words(DomainChange change) {
        if (change instanceof DomainChange.SetDefault set) {
            return "SET DEFAULT " + SqlWriter.expression(set.value());
        } else if (change instanceof DomainChange.DropDefault) {
            return "DROP DEFAULT";
        } else if (change instanceof DomainChange.SetNullable set) {
            return set.nullable() ? "DROP NOT NULL" : "SET NOT NULL";
        } else if (change instanceof DomainChange.AddCheck add) {
            return "ADD " + ConstraintSql.definition(add.check());
        } else if (change instanceof DomainChange.DropCheck drop) {
            return "DROP CONSTRAINT " + SqlWriter.identifier(drop.name());
        }
        throw new IllegalArgumentException("unknown change of a domain: " + change);
    }

    static Statement create(Cast cast) {
        return Statement.of("CREATE CAST " + pair(cast) + " WITH INOUT AS IMPLICIT");
    }

    static Statement drop(Cast cast) {
        return Statement.of("DROP CAST " + pair(cast));
    }

    private static String pair(Cast cast) {
        return "(" + SqlWriter.type(cast.source()) + " AS " + SqlWriter.type(cast.target()) + ")";
    }
}
