package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Version;
import jakarta.validation.Constraint;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.View;
import org.junit.jupiter.api.Test;

/** The shop stays an example of all that a working team maps: what newcomers read, and what the build proves. */
class ShopFeaturesTest {

    private static final Model SHOP = new ModelReader()
            .read(new ModelRequest(
                    TestModels.OWN,
                    List.of("com.acme.shop"),
                    Map.of(
                            "hibernate.physical_naming_strategy",
                            "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"),
                    17));

    private static final Schema SCHEMA = SHOP.schema();

    @Test
    void keysOfEachKind() {
        assertThat(entities()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(fields())
                .anyMatch(generated(GenerationType.SEQUENCE))
                .anyMatch(generated(GenerationType.IDENTITY))
                .anyMatch(generated(GenerationType.UUID))
                .anyMatch(with(EmbeddedId.class))
                .anyMatch(with(Version.class));
        assertThat(SCHEMA.sequences()).isNotEmpty();
        assertThat(columns()).anyMatch(column -> column.identity() != null);
        assertThat(tables())
                .anyMatch(table -> table.primaryKey() != null
                        && table.primaryKey().columns().size() > 1);
    }

    @Test
    void entitiesOfEachKind() {
        assertThat(fields())
                .anyMatch(with(Embedded.class))
                .anyMatch(with(ElementCollection.class))
                .anyMatch(with(ManyToMany.class));
        assertThat(entities())
                .anyMatch(inherited(InheritanceType.JOINED))
                .anyMatch(inherited(InheritanceType.SINGLE_TABLE))
                .anyMatch(with(View.class))
                .anyMatch(with(SoftDelete.class));
        assertThat(SCHEMA.views()).isNotEmpty();
        assertThat(SCHEMA.table(ObjectName.of("product_aud"))).isPresent();
        assertThat(SCHEMA.namespaces()).isNotEmpty();
    }

    @Test
    void columnsOfEachKind() {
        assertThat(fields())
                .anyMatch(enumerated(EnumType.STRING))
                .anyMatch(enumerated(EnumType.ORDINAL))
                .anyMatch(field -> field.getType() == Instant.class)
                .anyMatch(field -> field.getType() == LocalDate.class)
                .anyMatch(field -> field.getType() == Duration.class)
                .anyMatch(field -> field.getType() == BigDecimal.class)
                .anyMatch(field -> Arrays.stream(field.getAnnotations())
                        .anyMatch(a -> a.annotationType().isAnnotationPresent(Constraint.class)));
        assertThat(SCHEMA.enums()).isNotEmpty();
        assertThat(columns())
                .anyMatch(column -> column.type().base().equals("jsonb"))
                .anyMatch(column -> column.type().array())
                .anyMatch(column -> column.type().display().equals("numeric(12,2)"))
                .anyMatch(column -> column.defaultValue() != null)
                .anyMatch(column -> column.generated() != null)
                .anyMatch(column -> column.comment() != null);
    }

    @Test
    void rulesOfEachKind() {
        List<ForeignKey> keys =
                tables().flatMap(table -> table.foreignKeys().stream()).toList();
        assertThat(keys).anyMatch(key -> key.onDelete() == ForeignKey.Action.CASCADE);
        assertThat(tables())
                .anyMatch(table -> table.foreignKeys().stream()
                        .anyMatch(key -> key.target().equals(table.name())))
                .as("a cycle of two")
                .anyMatch(table -> table.foreignKeys().stream()
                        .filter(key -> !key.target().equals(table.name()))
                        .anyMatch(key -> SCHEMA.table(key.target()).orElseThrow().foreignKeys().stream()
                                .anyMatch(back -> back.target().equals(table.name()))));
        assertThat(tables())
                .anyMatch(table -> table.uniques().stream()
                        .anyMatch(unique -> unique.columns().size() > 1))
                .anyMatch(table -> !table.checks().isEmpty());
        List<Index> indexes =
                tables().flatMap(table -> table.indexes().stream()).toList();
        assertThat(indexes)
                .anyMatch(index -> index.unique() && index.predicate() != null)
                .anyMatch(index -> index.keys().stream().anyMatch(Index.Key::descending))
                .anyMatch(index -> index.keys().stream().anyMatch(key -> key.expression() != null));
    }

    /** Four at least by the tool; one that somebody completed with a data step, one that renames. */
    @Test
    void aHistory() throws IOException {
        List<String> revisions = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("retort.project", ""))
                .toAbsolutePath()
                .resolve("generated"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                revisions.add(Files.readString(file));
            }
        }
        assertThat(revisions)
                .hasSizeGreaterThanOrEqualTo(4)
                .anyMatch(text -> text.contains("op.execute(\"") || text.contains("op.execute(\"\"\""))
                .anyMatch(text -> text.contains("op.renameColumn("));
    }

    private static Stream<Table> tables() {
        return SCHEMA.tables().values().stream();
    }

    private static Stream<Column> columns() {
        return tables().flatMap(table -> table.columns().stream());
    }

    private static List<Class<?>> entities() {
        List<Class<?>> classes = new ArrayList<>();
        for (String name : SHOP.provenance().entities().values()) {
            try {
                classes.add(Class.forName(name));
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
        return classes;
    }

    /** Of the entities, their superclasses, and what they embed. */
    private static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (Class<?> entity : entities()) {
            for (Class<?> type = entity; type != null && type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    fields.add(field);
                    if (field.isAnnotationPresent(Embedded.class)) {
                        fields.addAll(List.of(field.getType().getDeclaredFields()));
                    }
                }
            }
        }
        return fields;
    }

    private static <E extends AnnotatedElement> Predicate<E> with(
            Class<? extends java.lang.annotation.Annotation> annotation) {
        return element -> element.isAnnotationPresent(annotation);
    }

    private static Predicate<Field> generated(GenerationType strategy) {
        return field -> field.isAnnotationPresent(GeneratedValue.class)
                && field.getAnnotation(GeneratedValue.class).strategy() == strategy;
    }

    private static Predicate<Field> enumerated(EnumType kind) {
        return field -> field.isAnnotationPresent(Enumerated.class)
                && field.getAnnotation(Enumerated.class).value() == kind;
    }

    private static Predicate<Class<?>> inherited(InheritanceType strategy) {
        return type -> type.isAnnotationPresent(Inheritance.class)
                && type.getAnnotation(Inheritance.class).strategy() == strategy;
    }
}
