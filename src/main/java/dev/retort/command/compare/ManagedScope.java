package dev.retort.command.compare;

import dev.retort.catalog.Scope;
import dev.retort.command.config.Config;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a database is under management: the PostgreSQL schemas that the model and the revisions name, unless they are given. */
final class ManagedScope {

    private ManagedScope() {}

    static Scope of(Config config, Schema model, MadeNames made) {
        Set<String> given = config.schemas();
        Set<String> namespaces = new HashSet<>();
        if (given == null) {
            namespaces.addAll(model.namespaces());
            relations(model).forEach(name -> namespaces.add(name.namespace()));
            types(model).forEach(name -> namespaces.add(name.namespace()));
            model.extras().stream()
                    .filter(extra -> !isOfExtension(extra))
                    .forEach(extra -> namespaces.add(extra.name().namespace()));
            namespaces.addAll(made.namespaces());
        } else {
            namespaces.addAll(given);
        }
        return new Scope(
                namespaces,
                config.include(),
                config.exclude(),
                Set.of(),
                model.tables().keySet());
    }

    /** The part of the model that the scope sees: what is left alone in the database is not wanted either. */
    static Schema within(Schema model, Scope scope, MadeNames made) {
        List<ObjectName> unseen = new ArrayList<>();
        relations(model).filter(name -> !scope.sees(name)).forEach(unseen::add);
        types(model).filter(name -> !scope.seesNamespace(name.namespace())).forEach(unseen::add);
        List<Extra> extras =
                model.extras().stream().filter(extra -> isSeen(extra, scope)).toList();
        if (unseen.isEmpty()
                && extras.size() == model.extras().size()
                && model.namespaces().stream().allMatch(scope::seesNamespace)) {
            return model;
        }
        Set<String> left = left(model, unseen, made);
        Schema withNamespaces = new Schema(
                new TreeSet<>(model.namespaces().stream()
                        .filter(name -> scope.seesNamespace(name) && !left.contains(name))
                        .toList()),
                model.tables(),
                model.sequences(),
                model.enums(),
                model.composites(),
                model.domains(),
                model.views(),
                model.casts().stream()
                        .filter(cast -> isSeen(cast.source(), unseen) && isSeen(cast.target(), unseen))
                        .collect(Collectors.toCollection(TreeSet::new)),
                model.comments(),
                extras,
                model.referenced());
        return withNamespaces.toBuilder().without(unseen).build();
    }

    private static boolean isSeen(Extra extra, Scope scope) {
        return isOfExtension(extra)
                || scope.seesNamespace(extra.name().namespace())
                        && (extra.table() == null || scope.sees(extra.table()));
    }

    /** An extension is of the whole database. */
    private static boolean isOfExtension(Extra extra) {
        return extra.kind() == Extra.Kind.EXTENSION || extra.kind() == Extra.Kind.EXTENSION_COMMENT;
    }

    private static boolean isSeen(SqlType type, List<ObjectName> unseen) {
        return type.userType() == null || !unseen.contains(type.userType());
    }

    /** The PostgreSQL schemas of others: all that the model has in them is left out, and no revision made them. */
    private static Set<String> left(Schema model, List<ObjectName> unseen, MadeNames made) {
        Set<String> left = unseen.stream().map(ObjectName::namespace).collect(Collectors.toSet());
        Set<ObjectName> out = Set.copyOf(unseen);
        Stream.concat(relations(model), types(model))
                .filter(name -> !out.contains(name))
                .forEach(name -> left.remove(name.namespace()));
        left.removeIf(name -> made.objects().contains(new ObjectName(name, name)));
        return left;
    }

    private static Stream<ObjectName> relations(Schema schema) {
        return Stream.of(schema.tables(), schema.sequences(), schema.views()).flatMap(map -> map.keySet().stream());
    }

    private static Stream<ObjectName> types(Schema schema) {
        return Stream.of(schema.enums(), schema.composites(), schema.domains()).flatMap(map -> map.keySet().stream());
    }
}
