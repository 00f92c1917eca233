package dev.retort.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.JoinTable;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.util.function.Consumer;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.models.spi.AnnotationTarget;
import org.hibernate.models.spi.ClassDetails;
import org.hibernate.models.spi.ModelsContext;

/** The indexes as Hibernate 7 saw them, through its own model of annotations. */
final class ModelledIndexes implements IndexLists {

    private final ModelsContext models;

    ModelledIndexes(BootstrapContext context) {
        this.models = context.getModelsContext();
    }

    @Override
    public void forEach(Consumer<String> list) {
        models.getClassDetailsRegistry().forEachClassDetails(type -> read(type, list));
    }

    private void read(ClassDetails type, Consumer<String> list) {
        boolean managed = type.hasDirectAnnotationUsage(Entity.class)
                || type.hasDirectAnnotationUsage(MappedSuperclass.class)
                || type.hasDirectAnnotationUsage(Embeddable.class);
        if (!managed) {
            return;
        }
        Table table = type.getDirectAnnotationUsage(Table.class);
        if (table != null) {
            add(table.indexes(), list);
        }
        for (SecondaryTable secondary : type.getRepeatedAnnotationUsages(SecondaryTable.class, models)) {
            add(secondary.indexes(), list);
        }
        type.getFields().forEach(member -> member(member, list));
        type.getMethods().forEach(member -> member(member, list));
    }

    private static void member(AnnotationTarget member, Consumer<String> list) {
        JoinTable join = member.getDirectAnnotationUsage(JoinTable.class);
        if (join != null) {
            add(join.indexes(), list);
        }
        CollectionTable collection = member.getDirectAnnotationUsage(CollectionTable.class);
        if (collection != null) {
            add(collection.indexes(), list);
        }
    }

    private static void add(Index[] indexes, Consumer<String> list) {
        for (Index index : indexes) {
            list.accept(index.columnList());
        }
    }
}
