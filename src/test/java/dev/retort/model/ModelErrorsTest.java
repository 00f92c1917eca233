package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the entities, said with the entity, the attribute and the cure. */
class ModelErrorsTest {

    @TempDir
    Path folder;

    @Test
    void aPackageThatIsNotThere() {
        refuses(TestModels.OWN, "com.acme.nowhere")
                .hasMessageContainingAll(
                        "com.acme.nowhere", TestModels.OWN.get(0).toString(), "--classpath");
    }

    @Test
    void aPackageWithoutAnEntity() {
        refuses(TestModels.OWN, "dev.retort.scratch")
                .hasMessageContainingAll("dev.retort.scratch has no entity", "Entity");
    }

    @Test
    void anEntityWithoutIdentifier() {
        refuses(TestModels.OWN, "dev.retort.model.broken.NoId").hasMessageContainingAll("NoId", "identifier");
    }

    @Test
    void anAssociationToWhatIsNoEntity() {
        refuses(TestModels.OWN, "dev.retort.model.broken.Dangling")
                .hasMessageContainingAll("Dangling.other", "NotAnEntity", "add dev.retort.model.broken to --entities");
    }

    @Test
    void aTypeThatNothingMaps() {
        refuses(TestModels.OWN, "dev.retort.model.broken.Untyped")
                .hasMessageContainingAll("Untyped.thread", "java.lang.Thread");
    }

    @Test
    void aTypeCodeWithoutSqlType() {
        refuses(TestModels.OWN, "dev.retort.model.broken.Untypable")
                .hasMessageContainingAll("Untypable.odd", "columnDefinition");
    }

    @Test
    void aConverterThatIsNotRead() {
        refuses(TestModels.hibernateTesting(), "org.hibernate.testing.orm.domain.retail")
                .hasMessageContainingAll("Product.currentSellPrice", "MonetaryAmountConverter", "--entities");
    }

    @Test
    void aClassMissingFromAField() throws IOException {
        compile(
                "lib.Price",
                "package lib; public class Price {}",
                "shop.Car",
                "package shop; import jakarta.persistence.*; @Entity public class Car { @Id Long id; lib.Price price; }");
        Files.delete(folder.resolve("lib/Price.class"));
        refuses(List.of(folder), "shop").hasMessageContainingAll("Car.price", "lib.Price", "--classpath");
    }

    @Test
    void aClassMissingFromAnAnnotation() throws IOException {
        compile(
                "lib.Watch",
                "package lib; public class Watch {}",
                "shop.Car",
                "package shop; import jakarta.persistence.*; @Entity @EntityListeners(lib.Watch.class) public class Car { @Id Long id; }");
        Files.delete(folder.resolve("lib/Watch.class"));
        refuses(List.of(folder), "shop")
                .hasMessageContainingAll("EntityListeners", "shop.Car", "lib.Watch", "--classpath");
    }

    /** Hibernate fails on an array of a named enum with a NullPointerException that names nothing. */
    @Test
    void aFailureThatNamesNothingIsTracedToItsEntity() throws IOException {
        compile(
                "shop.Grade",
                "package shop; public enum Grade { A, B }",
                "shop.Car",
                "package shop; import jakarta.persistence.*; @Entity public class Car { @Id Long id; @ManyToOne Exam exam; }",
                "shop.Bus",
                "package shop; import jakarta.persistence.*; @Entity public class Bus { @Id Long id; }",
                "shop.Exam",
                "package shop; import jakarta.persistence.*; import org.hibernate.annotations.*; import org.hibernate.type.SqlTypes;"
                        + " @Entity public class Exam { @Id Long id; @JdbcTypeCode(SqlTypes.NAMED_ENUM) Grade[] grades; }");
        refuses(List.of(folder), "shop").hasMessageContainingAll("rejects the mapping of shop.Exam", "NullPointer");
    }

    @Test
    void aContributorOfAnotherHibernate() throws IOException {
        compile(
                "org.hibernate.old.Gone",
                "package org.hibernate.old; public interface Gone {}",
                "lib.Types",
                "package lib; public class Types implements org.hibernate.boot.model.TypeContributor, org.hibernate.old.Gone {"
                        + " public void contribute(org.hibernate.boot.model.TypeContributions t, org.hibernate.service.ServiceRegistry r) {} }",
                "shop.Car",
                "package shop; import jakarta.persistence.*; @Entity public class Car { @Id Long id; }");
        Files.delete(folder.resolve("org/hibernate/old/Gone.class"));
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.hibernate.boot.model.TypeContributor"), "lib.Types\n");
        refuses(List.of(folder), "shop")
                .hasMessageContainingAll("lib.Types", folder.toString(), "another version of Hibernate");
    }

    @Test
    void aClassPathThatIsNotThere() {
        refuses(List.of(folder.resolve("classes")), "shop").hasMessageContainingAll("classes", "Compile the entities");
    }

    @Test
    void aDialectOfAnotherDatabase() {
        ModelRequest request = new ModelRequest(
                TestModels.OWN,
                List.of("dev.retort.model.keys"),
                Map.of("hibernate.dialect", "org.hibernate.dialect.H2Dialect"),
                17);
        assertThatThrownBy(() -> new ModelReader().read(request))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("hibernate.dialect", "H2Dialect");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refuses(List<Path> classPath, String entities) {
        ModelRequest request = new ModelRequest(classPath, List.of(entities), Map.of(), 17);
        return assertThatThrownBy(() -> new ModelReader().read(request)).isInstanceOf(ModelException.class);
    }

    private void compile(String... namesAndSources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
        Path sources = Files.createDirectories(folder.resolve("sources"));
        for (int i = 0; i < namesAndSources.length; i += 2) {
            Path source =
                    sources.resolve(namesAndSources[i].substring(namesAndSources[i].lastIndexOf('.') + 1) + ".java");
            Files.writeString(source, namesAndSources[i + 1]);
            arguments.add(source.toString());
        }
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }
}
