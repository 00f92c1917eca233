package dev.retort.catalog;

import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements that make the wanted types which the database lacks, so that stand-ins can have columns of them. They are made under their own names, as a
 * stand-in elsewhere would be printed with another; nobody else sees them, and they go with the transaction.
 */
final class NewTypes {

    private NewTypes() {}

    static List<String> statements(Schema wanted, Schema actual) {
        List<String> statements = new ArrayList<>();
        wanted.enums().values().stream()
                .filter(type -> !actual.enums().containsKey(type.name()))
                .forEach(type -> statements.add(statement(type)));
        wanted.domains().values().stream()
                .filter(domain -> !actual.domains().containsKey(domain.name()))
                .forEach(domain -> statements.add(statement(domain)));
        wanted.composites().values().stream()
                .filter(type -> !actual.composites().containsKey(type.name()))
                .forEach(type -> statements.add(statement(type)));
        if (!statements.isEmpty()) {
            List<String> namespaces = new ArrayList<>();
            wanted.namespaces().stream()
                    .filter(namespace -> !actual.namespaces().contains(namespace))
                    .forEach(
                            namespace -> namespaces.add("create schema if not exists " + Quoted.identifier(namespace)));
            statements.addAll(0, namespaces);
        }
        return statements;
    }

    private static String statement(EnumType type) {
        return "create type " + Quoted.name(type.name()) + " as enum ("
                + type.labels().stream().map(Quoted::literal).collect(Collectors.joining(", ")) + ")";
    }

    private static String statement(Domain domain) {
        return "create domain " + Quoted.name(domain.name()) + " as " + Quoted.type(domain.base());
    }

    private static String statement(CompositeType type) {
        return "create type " + Quoted.name(type.name()) + " as ("
                + type.attributes().stream()
                        .map(attribute -> Quoted.identifier(attribute.name()) + " " + Quoted.type(attribute.type()))
                        .collect(Collectors.joining(", "))
                + ")";
    }
}
