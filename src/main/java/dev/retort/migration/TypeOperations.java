package dev.retort.migration;

import dev.retort.RevisionException;
import dev.retort.operation.CreateCast;
import dev.retort.operation.CreateComposite;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.DropCast;
import dev.retort.operation.DropComposite;
import dev.retort.operation.DropDomain;
import dev.retort.operation.DropEnum;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameType;
import dev.retort.schema.Cast;
import dev.retort.schema.CompositeType;
import dev.retort.schema.EnumType;
import java.util.Arrays;
import java.util.List;

/** Enum, composite and domain types, and casts. */
abstract class TypeOperations extends IndexOperations {

    TypeOperations(Sink sink) {
        super(sink);
    }

    /** Creates an enum type, its values in their sort order. */
    public void createEnum(String name, String... values) {
        say(new CreateEnum(new EnumType(Spelling.name(name), List.of(values))));
    }

    /** Adds a value to an enum type; PostgreSQL cannot take it back. */
    public EnumValueSpec addEnumValue(String type, String value) {
        EnumValueSpec spec = new EnumValueSpec(Spelling.name(type), value);
        return say(spec, spec::operation);
    }

    /** Renames a value of an enum type. */
    public void renameEnumValue(String type, String from, String to) {
        say(new RenameEnumValue(Spelling.name(type), from, to));
    }

    /** Rebuilds an enum type with other values; the columns of the type follow. */
    public ReplaceEnumSpec replaceEnum(String name, String... values) {
        ReplaceEnumSpec spec = new ReplaceEnumSpec(new EnumType(Spelling.name(name), List.of(values)));
        return say(spec, spec::operation);
    }

    /** Drops an enum type. */
    public void dropEnum(String name) {
        say(new DropEnum(Spelling.name(name)));
    }

    /** Renames an enum, composite or domain type, or moves it to another PostgreSQL schema, or both. */
    public void renameType(String from, String to) {
        say(new RenameType(Spelling.name(from), Spelling.name(to)));
    }

    /** Creates a composite type, its attributes written as columns: a name and a type each. */
    public void createComposite(String name, ColumnSpec... attributes) {
        say(new CreateComposite(new CompositeType(
                Spelling.name(name),
                Arrays.stream(attributes).map(TypeOperations::attribute).toList())));
    }

    /** Changes the attributes of a composite type. */
    public AlterCompositeSpec alterComposite(String name) {
        AlterCompositeSpec spec = new AlterCompositeSpec(Spelling.name(name));
        return say(spec, spec::operation);
    }

    /** Drops a composite type. */
    public void dropComposite(String name) {
        say(new DropComposite(Spelling.name(name)));
    }

    /** Creates a domain over a type. */
    public DomainSpec createDomain(String name, String type) {
        DomainSpec spec = new DomainSpec(Spelling.name(name), Spelling.type(type));
        return say(spec, spec::operation);
    }

    /** Changes a domain. */
    public AlterDomainSpec alterDomain(String name) {
        AlterDomainSpec spec = new AlterDomainSpec(Spelling.name(name));
        return say(spec, spec::operation);
    }

    /** Drops a domain. */
    public void dropDomain(String name) {
        say(new DropDomain(Spelling.name(name)));
    }

    /** Creates an implicit cast by way of text, as between an enum type and {@code varchar}. */
    public void createCast(String source, String target) {
        say(new CreateCast(new Cast(Spelling.type(source), Spelling.type(target))));
    }

    /** Drops a cast. */
    public void dropCast(String source, String target) {
        say(new DropCast(new Cast(Spelling.type(source), Spelling.type(target))));
    }

    static CompositeType.Attribute attribute(ColumnSpec column) {
        if (!column.isPlain()) {
            throw new RevisionException(
                    "The attribute " + column.name() + " of a composite type says too much",
                    "An attribute has a name and a type; defaults, nulls and comments belong to columns.",
                    "Leave the rest away.");
        }
        return new CompositeType.Attribute(column.name(), column.type());
    }
}
