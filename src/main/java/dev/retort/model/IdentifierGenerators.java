package dev.retort.model;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.generator.Generator;
import org.hibernate.mapping.GeneratorSettings;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.jspecify.annotations.Nullable;

/**
 * The generators that Hibernate makes for identifiers: they know what was meant, wherever it was said: at the attribute, the class or the package, in a
 * superclass, or in a mapping document.
 */
final class IdentifierGenerators {

    private final LoadedModel model;

    IdentifierGenerators(LoadedModel model) {
        this.model = model;
    }

    /** The generator of an identifier or a part of one; null where it has none, or where only a running application can make it. */
    @Nullable
    Generator of(KeyValue value, RootClass owner, @Nullable Property property) {
        try {
            Method former = former(value);
            return former == null
                    ? SinceSeven.make(value, owner, property, model)
                    : (Generator) former.invoke(value, factory(former), model.dialect(), owner);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError needsMore) {
            // A generator of the application's own: the sequence is read all the same, only whose it is stays open.
            return null;
        }
    }

    /** {@code createGenerator(IdentifierGeneratorFactory, Dialect, RootClass)}, which was all there was before 7.0. */
    private static @Nullable Method former(KeyValue value) {
        return Arrays.stream(value.getClass().getMethods())
                .filter(method -> method.getName().equals("createGenerator")
                        && method.getParameterCount() == 3
                        && method.getParameterTypes()[1].equals(Dialect.class))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Object factory(Method former) {
        return model.registry()
                .getService(former.getParameterTypes()[0].asSubclass(org.hibernate.service.Service.class));
    }

    /** What links to members that 6.6 does not have. */
    private record SinceSeven(LoadedModel model) implements GeneratorSettings {

        static Generator make(KeyValue value, RootClass owner, @Nullable Property property, LoadedModel model) {
            return value.createGenerator(model.dialect(), owner, property, new SinceSeven(model));
        }

        @Override
        public @Nullable String getDefaultCatalog() {
            return model.defaultCatalog();
        }

        @Override
        public @Nullable String getDefaultSchema() {
            return model.defaultSchema();
        }

        @Override
        public SqlStringGenerationContext getSqlStringGenerationContext() {
            return model.strings();
        }
    }
}
