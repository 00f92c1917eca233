package dev.retort.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The class that an exception says is missing. */
final class MissingClass {

    private static final Pattern NAME = Pattern.compile("[\\w$]+(\\.[\\w$]+)+");
    private static final Pattern UNLOADABLE = Pattern.compile(
            "(?:Unable to load class|Could not load requested class :|Unable to resolve name|Type) \\[?([\\w.$]+)]?");

    private MissingClass() {}

    /** The name of a class that is really not to be had; empty where the exception says something else. */
    static Optional<String> named(Throwable e, ClassLoader loader) {
        return candidate(e)
                .map(name -> name.replace('/', '.'))
                .filter(name -> NAME.matcher(name).matches())
                .filter(name -> loader.getResource(name.replace('.', '/') + ".class") == null);
    }

    private static Optional<String> candidate(Throwable e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        if (e instanceof TypeNotPresentException absent) {
            return Optional.ofNullable(absent.typeName());
        }
        if (e instanceof ClassNotFoundException || e instanceof NoClassDefFoundError) {
            return Optional.of(message);
        }
        Matcher unloadable = UNLOADABLE.matcher(message);
        return unloadable.find() ? Optional.of(unloadable.group(1)) : Optional.empty();
    }
}
