package dev.retort.codegen;

import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterComposite;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.AttributeChange;
import dev.retort.operation.DomainChange;
import dev.retort.operation.EnumUse;
import dev.retort.operation.ReplaceEnum;
import dev.retort.schema.Check;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import java.util.TreeMap;

/** Enum, composite and domain types. */
final class TypeChains {

    private TypeChains() {}

    static Chain addValue(AddEnumValue operation) {
        Chain chain =
                Chain.of("op.addEnumValue").text(operation.type().display()).text(operation.value());
        if (operation.before() != null) {
            chain.then("before", operation.before());
        }
        return operation.after() == null ? chain : chain.then("after", operation.after());
    }

    static Chain replace(ReplaceEnum operation) {
        Chain chain = Chain.of("op.replaceEnum")
                .text(operation.type().name().display())
                .texts(operation.type().labels());
        for (EnumUse use : operation.uses()) {
            chain.then(
                    use.array() ? "arrayColumn" : "column",
                    use.column().table().display(),
                    use.column().column());
            if (use.defaultValue() != null) {
                chain.text(use.defaultValue().sql());
            }
        }
        new TreeMap<>(operation.mapping()).forEach((from, to) -> chain.then("map", from, to));
        return chain;
    }

    static Chain create(CompositeType type) {
        Chain chain = Chain.of("op.createComposite").text(type.name().display());
        type.attributes().forEach(attribute -> chain.chain(ColumnChains.typed(attribute.name(), attribute.type())));
        return chain;
    }

    static Chain alter(AlterComposite operation) {
        Chain chain = Chain.of("op.alterComposite").text(operation.type().display());
        for (AttributeChange change : operation.changes()) {
            if (change instanceof AttributeChange.Add add) {
                chain.then("add").chain(ColumnChains.typed(add.name(), add.type()));
            } else if (change instanceof AttributeChange.Drop drop) {
                chain.then("drop", drop.name());
            } else if (change instanceof AttributeChange.SetType set) {
                chain.then("type", set.name(), set.type().display());
            }
        }
        return chain;
    }

    static Chain create(Domain domain) {
        Chain chain = Chain.of("op.createDomain")
                .text(domain.name().display())
                .text(domain.base().display());
        if (domain.collation() != null) {
            chain.then("collate", domain.collation());
        }
        if (!domain.nullable()) {
            chain.then("notNull");
        }
        if (domain.defaultValue() != null) {
            chain.then("defaultTo", domain.defaultValue().sql());
        }
        domain.checks().forEach(check -> check(chain, "check", check));
        return chain;
    }

    static Chain alter(AlterDomain operation) {
        Chain chain = Chain.of("op.alterDomain").text(operation.domain().display());
        for (DomainChange change : operation.changes()) {
            if (change instanceof DomainChange.SetDefault set) {
                chain.then("defaultTo", set.value().sql());
            } else if (change instanceof DomainChange.DropDefault) {
                chain.then("noDefault");
            } else if (change instanceof DomainChange.SetNullable set) {
                chain.then(set.nullable() ? "nullable" : "notNull");
            } else if (change instanceof DomainChange.AddCheck add) {
                check(chain, "addCheck", add.check());
            } else if (change instanceof DomainChange.DropCheck drop) {
                chain.then("dropCheck", drop.name());
            }
        }
        return chain;
    }

    /** A plain check is its name and its SQL; one with more to say is made by {@code check(…)}. */
    private static void check(Chain chain, String word, Check check) {
        if (check.validated() && !check.noInherit()) {
            chain.then(word).textOrNull(check.name()).text(check.expression().sql());
        } else {
            chain.then(word).chain(ConstraintChains.check(Chain.of("check"), check));
        }
    }
}
