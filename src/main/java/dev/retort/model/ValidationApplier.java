package dev.retort.model;

import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.HibernateException;
import org.hibernate.boot.internal.ClassLoaderAccessImpl;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.spi.ClassLoaderAccess;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Applies what Bean Validation's constraints mean for the schema: not null, lengths, precisions, checks.
 *
 * <p>Hibernate does this only while it builds a session factory, which often cannot be built from a part of the class path; so its own code is called
 * directly.
 */
final class ValidationApplier {

    private static final String ACTIVATOR = "org.hibernate.boot.beanvalidation.TypeSafeActivator";

    private final LoadedModel model;
    private final List<ModelNote> notes;

    ValidationApplier(LoadedModel model, List<ModelNote> notes) {
        this.model = model;
        this.notes = notes;
    }

    /** Changes the metadata; must come before any column is asked for its type. */
    void apply() {
        if (!applies()) {
            return;
        }
        ClassLoaderAccess loading =
                new ClassLoaderAccessImpl(null, model.registry().requireService(ClassLoaderService.class));
        List<PersistentClass> constrained = constrained(loading);
        if (constrained.isEmpty()) {
            return;
        }
        try (ValidatorFactory factory = factory()) {
            apply(factory, constrained, loading);
        } catch (ValidationException | LinkageError e) {
            notes.add(ModelNote.of(
                    "bean-validation",
                    "Bean Validation",
                    "The constraints of Bean Validation are not in the schema, as no validator could be made: " + e
                            + ". Columns may be nullable, or longer, than Hibernate would make them.",
                    "Add what is missing to --classpath, or state that they are not wanted: --hibernate"
                            + " jakarta.persistence.validation.mode=callback."));
        }
    }

    private boolean applies() {
        Object toDdl = model.settings().get("hibernate.validator.apply_to_ddl");
        if (toDdl != null && !Boolean.parseBoolean(toDdl.toString())) {
            return false;
        }
        Object modes = model.settings().get("jakarta.persistence.validation.mode");
        return modes == null
                || modes.toString().isBlank()
                || Arrays.stream(modes.toString().split(","))
                        .map(mode -> mode.strip().toUpperCase(Locale.ROOT))
                        .anyMatch(mode -> mode.equals("AUTO") || mode.equals("DDL"));
    }

    /** The application's own way to make a validator, else a bare one: only the descriptions of constraints are read. */
    private static ValidatorFactory factory() {
        try {
            return Validation.buildDefaultValidatorFactory();
        } catch (ValidationException | LinkageError e) {
            return Validation.byDefaultProvider()
                    .configure()
                    .ignoreXmlConfiguration()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory();
        }
    }

    private List<PersistentClass> constrained(ClassLoaderAccess loading) {
        ConstraintSearch search = new ConstraintSearch(Thread.currentThread().getContextClassLoader());
        boolean all = search.mayBeInXml();
        List<PersistentClass> constrained = new ArrayList<>();
        for (PersistentClass entity : model.metadata().getEntityBindings()) {
            String className = entity.getClassName();
            if (className != null
                    && !className.isEmpty()
                    && (all || search.isConstrained(loading.classForName(className)))) {
                constrained.add(entity);
            }
        }
        return constrained;
    }

    private void apply(ValidatorFactory factory, List<PersistentClass> constrained, ClassLoaderAccess loading) {
        List<PersistentClass> described = constrained.stream()
                .filter(entity -> isDescribed(entity.getClassName(), factory, loading))
                .toList();
        try {
            Method method = Class.forName(ACTIVATOR)
                    .getDeclaredMethod(
                            "applyRelationalConstraints",
                            ValidatorFactory.class,
                            Collection.class,
                            Map.class,
                            Dialect.class,
                            ClassLoaderAccess.class);
            method.setAccessible(true);
            method.invoke(null, factory, described, model.settings(), model.dialect(), loading);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new HibernateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new HibernateException("Hibernate's code for Bean Validation is not where it was", e);
        }
    }

    /** Whether the validator understands a class; Hibernate would log that it does not, and go on without it. */
    private boolean isDescribed(String className, ValidatorFactory factory, ClassLoaderAccess loading) {
        try {
            factory.getValidator().getConstraintsForClass(loading.classForName(className));
            return true;
        } catch (ValidationException | HibernateException | LinkageError | TypeNotPresentException e) {
            notes.add(ModelNote.of(
                    "bean-validation",
                    className,
                    "The constraints of Bean Validation on " + className + " are not in the schema: " + e
                            + ". Its columns may be nullable, or longer, than Hibernate would make them.",
                    "Add what is missing to --classpath, or correct the constraint."));
            return false;
        }
    }
}
