package dev.retort.model;

import jakarta.persistence.PersistenceException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.HibernateException;

/** What an exception and its causes say, for a person: without the wrapping, and with the application's method where one threw. */
record FailureText(List<Throwable> chain) {

    private static final int LONG = 600;

    private static final List<Class<? extends Throwable>> UNFORESEEN = List.of(
            NullPointerException.class,
            ClassCastException.class,
            IndexOutOfBoundsException.class,
            UnsupportedOperationException.class,
            AssertionError.class,
            StackOverflowError.class);

    static FailureText of(Throwable e) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = e; link != null && !chain.contains(link); link = link.getCause()) {
            chain.add(link);
        }
        return new FailureText(chain);
    }

    boolean has(Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    Throwable root() {
        return chain.get(chain.size() - 1);
    }

    /** Whether the first cause is a fault that Hibernate did not foresee, and so says nothing about. */
    boolean isUnforeseen() {
        return UNFORESEEN.stream().anyMatch(type -> type.isInstance(root()));
    }

    private static boolean isMeant(Throwable link) {
        return link instanceof HibernateException || link instanceof PersistenceException;
    }

    /** The messages, each once, on one line. */
    String reason() {
        Set<String> messages = new LinkedHashSet<>();
        for (Throwable link : chain) {
            String text = text(link);
            if (!text.isEmpty() && messages.stream().noneMatch(m -> m.contains(text))) {
                messages.add(text);
            }
        }
        String all = String.join("; ", messages)
                + applicationMethod().map(m -> ", thrown by " + m).orElse("");
        return all.length() <= LONG ? all : all.substring(0, all.offsetByCodePoints(0, LONG / 2)) + "…";
    }

    private static String text(Throwable link) {
        String message = link.getMessage();
        if (link instanceof InvocationTargetException || link instanceof ExceptionInInitializerError) {
            return "";
        }
        String text = message == null || message.isBlank() || !isMeant(link) ? link.toString() : message;
        return text.strip()
                .replaceAll("\\s+", " ")
                .replaceAll("@[0-9a-f]{5,}\\b", "")
                .replaceAll(" due to: null$", "");
    }

    /** The application's method that threw, called by Hibernate, such as {@code shop.Cents.convert (Cents.java:7)}; empty where it was another's. */
    Optional<String> applicationMethod() {
        for (StackTraceElement frame : root().getStackTrace()) {
            String name = frame.getClassName();
            if (name.startsWith("org.hibernate.") || name.startsWith("jakarta.")) {
                return Optional.empty();
            }
            if (!name.startsWith("java.") && !name.startsWith("jdk.") && !name.startsWith("sun.")) {
                return name.startsWith("dev.retort.model.") && isOurs(name)
                        ? Optional.empty()
                        : Optional.of(method(frame) + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")");
            }
        }
        return Optional.empty();
    }

    /** The class whose static initialiser threw. */
    Optional<String> initialised() {
        return Arrays.stream(root().getStackTrace())
                .filter(frame -> frame.getMethodName().equals("<clinit>"))
                .map(StackTraceElement::getClassName)
                .findFirst();
    }

    private static String method(StackTraceElement frame) {
        return switch (frame.getMethodName()) {
            case "<init>" -> "the constructor of " + frame.getClassName();
            case "<clinit>" -> "the static initialiser of " + frame.getClassName();
            default -> frame.getClassName() + "." + frame.getMethodName();
        };
    }

    /** Whether a fault of Hibernate's or of the application's code, rather than of this room. */
    boolean isOfOthers() {
        for (StackTraceElement frame : root().getStackTrace()) {
            String name = frame.getClassName();
            if (!name.startsWith("java.") && !name.startsWith("jdk.") && !name.startsWith("sun.")) {
                return !name.startsWith("dev.retort.") || !isOurs(name);
            }
        }
        return false;
    }

    private static boolean isOurs(String name) {
        return FailureText.class.getClassLoader().getResource(name.replace('.', '/') + ".class") != null;
    }
}
