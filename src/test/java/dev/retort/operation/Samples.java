package dev.retort.operation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * At least one sample of every kind of operation: a kind without one does not compile, as this is a visitor whose methods return samples of what they
 * would visit.
 */
public final class Samples implements Operation.Visitor<List<Sample>> {

    private Samples() {}

    /** All samples, in the order of the kinds' names. */
    public static List<Sample> all() {
        Method[] methods = Operation.Visitor.class.getMethods();
        Arrays.sort(methods, Comparator.comparing(m -> m.getParameterTypes()[0].getName()));
        List<Sample> all = new ArrayList<>();
        for (Method method : methods) {
            all.addAll(samples(method));
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private static List<Sample> samples(Method method) {
        try {
            List<Sample> samples = (List<Sample>) method.invoke(new Samples(), (Object) null);
            Class<?> kind = method.getParameterTypes()[0];
            if (samples.isEmpty() || !samples.stream().allMatch(s -> kind.isInstance(s.operation()))) {
                throw new IllegalStateException("no samples, or wrong ones, of " + kind.getSimpleName());
            }
            return samples;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Sample> visit(CreateNamespace kind) {
        return OtherSamples.createNamespace();
    }

    @Override
    public List<Sample> visit(DropNamespace kind) {
        return OtherSamples.dropNamespace();
    }

    @Override
    public List<Sample> visit(CreateTable kind) {
        return TableSamples.create();
    }

    @Override
    public List<Sample> visit(DropTable kind) {
        return TableSamples.drop();
    }

    @Override
    public List<Sample> visit(RenameTable kind) {
        return TableSamples.rename();
    }

    @Override
    public List<Sample> visit(AlterTable kind) {
        return TableSamples.alter();
    }

    @Override
    public List<Sample> visit(AddColumn kind) {
        return ColumnSamples.add();
    }

    @Override
    public List<Sample> visit(DropColumn kind) {
        return ColumnSamples.drop();
    }

    @Override
    public List<Sample> visit(RenameColumn kind) {
        return ColumnSamples.rename();
    }

    @Override
    public List<Sample> visit(AlterColumn kind) {
        return ColumnSamples.alter();
    }

    @Override
    public List<Sample> visit(AddConstraint kind) {
        return ConstraintSamples.add();
    }

    @Override
    public List<Sample> visit(DropConstraint kind) {
        return ConstraintSamples.drop();
    }

    @Override
    public List<Sample> visit(RenameConstraint kind) {
        return ConstraintSamples.rename();
    }

    @Override
    public List<Sample> visit(AlterConstraint kind) {
        return ConstraintSamples.alter();
    }

    @Override
    public List<Sample> visit(ValidateConstraint kind) {
        return ConstraintSamples.validate();
    }

    @Override
    public List<Sample> visit(CreateIndex kind) {
        return ConstraintSamples.createIndex();
    }

    @Override
    public List<Sample> visit(DropIndex kind) {
        return ConstraintSamples.dropIndex();
    }

    @Override
    public List<Sample> visit(RenameIndex kind) {
        return ConstraintSamples.renameIndex();
    }

    @Override
    public List<Sample> visit(CreateSequence kind) {
        return OtherSamples.createSequence();
    }

    @Override
    public List<Sample> visit(AlterSequence kind) {
        return OtherSamples.alterSequence();
    }

    @Override
    public List<Sample> visit(DropSequence kind) {
        return OtherSamples.dropSequence();
    }

    @Override
    public List<Sample> visit(RenameSequence kind) {
        return OtherSamples.renameSequence();
    }

    @Override
    public List<Sample> visit(CreateEnum kind) {
        return TypeSamples.createEnum();
    }

    @Override
    public List<Sample> visit(AddEnumValue kind) {
        return TypeSamples.addValue();
    }

    @Override
    public List<Sample> visit(RenameEnumValue kind) {
        return TypeSamples.renameValue();
    }

    @Override
    public List<Sample> visit(RenameType kind) {
        return TypeSamples.renameType();
    }

    @Override
    public List<Sample> visit(ReplaceEnum kind) {
        return TypeSamples.replace();
    }

    @Override
    public List<Sample> visit(DropEnum kind) {
        return TypeSamples.dropEnum();
    }

    @Override
    public List<Sample> visit(CreateComposite kind) {
        return TypeSamples.createComposite();
    }

    @Override
    public List<Sample> visit(AlterComposite kind) {
        return TypeSamples.alterComposite();
    }

    @Override
    public List<Sample> visit(DropComposite kind) {
        return TypeSamples.dropComposite();
    }

    @Override
    public List<Sample> visit(CreateDomain kind) {
        return TypeSamples.createDomain();
    }

    @Override
    public List<Sample> visit(AlterDomain kind) {
        return TypeSamples.alterDomain();
    }

    @Override
    public List<Sample> visit(DropDomain kind) {
        return TypeSamples.dropDomain();
    }

    @Override
    public List<Sample> visit(CreateCast kind) {
        return TypeSamples.createCast();
    }

    @Override
    public List<Sample> visit(DropCast kind) {
        return TypeSamples.dropCast();
    }

    @Override
    public List<Sample> visit(CreateView kind) {
        return OtherSamples.createView();
    }

    @Override
    public List<Sample> visit(DropView kind) {
        return OtherSamples.dropView();
    }

    @Override
    public List<Sample> visit(CreateObject kind) {
        return OtherSamples.createObject();
    }

    @Override
    public List<Sample> visit(DropObject kind) {
        return OtherSamples.dropObject();
    }

    @Override
    public List<Sample> visit(SetComment kind) {
        return OtherSamples.setComment();
    }

    @Override
    public List<Sample> visit(Execute kind) {
        return OtherSamples.execute();
    }

    @Override
    public List<Sample> visit(Irreversible kind) {
        return OtherSamples.irreversible();
    }
}
