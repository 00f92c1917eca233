package dev.retort.runtime;

import dev.retort.RetortException;
import dev.retort.RevisionException;
import dev.retort.migration.Migration;
import dev.retort.migration.Revision;
import dev.retort.revision.RevisionInfo;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;

/** Makes the object of a revision's class, or says what the class lacks. */
final class RevisionClass {

    private RevisionClass() {}

    static Migration instance(Class<?> type, RevisionInfo revision) {
        Revision annotation = type.getAnnotation(Revision.class);
        if (annotation == null || !annotation.id().equals(revision.id())) {
            throw wrong(
                    revision,
                    "its class says " + (annotation == null ? "nothing" : annotation.id()) + " where its text says "
                            + revision.id(),
                    "Compile the project again, so that class and text agree.");
        }
        if (!Migration.class.isAssignableFrom(type)) {
            throw wrong(revision, "the class does not implement Migration", "Write: implements Migration");
        }
        if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
            throw wrong(revision, "the class is not public or is abstract", "Write: public final class …");
        }
        try {
            Constructor<?> constructor = type.getConstructor();
            return (Migration) constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw wrong(
                            revision,
                            "the class has no public constructor without parameters",
                            "Remove its constructors, or add one: public " + type.getSimpleName() + "() {}")
                    .causedBy(e);
        } catch (InvocationTargetException e) {
            throw wrong(revision, "its constructor threw " + e.getCause(), "Correct the constructor.")
                    .causedBy(e);
        } catch (ExceptionInInitializerError e) {
            throw wrong(revision, "its " + RunFailure.thrown(e), "Correct the static code of the class.")
                    .causedBy(e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw wrong(revision, e.toString(), "Correct the class; --classpath must hold all that it uses.")
                    .causedBy(e);
        }
    }

    private static RetortException wrong(RevisionInfo revision, String reason, String cure) {
        return new RevisionException(
                "Cannot load revision " + revision.display(), revision.location() + ": " + reason + ".", cure);
    }
}
