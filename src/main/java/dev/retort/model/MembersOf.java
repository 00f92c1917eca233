package dev.retort.model;

import java.beans.Introspector;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Finds the field and the getter of an attribute, where annotations may stand on either. */
final class MembersOf {

    private MembersOf() {}

    /**
     * The members that one class declares for an attribute.
     *
     * @throws LinkageError if a class that some member of the class needs is missing
     */
    static List<AnnotatedElement> attribute(Class<?> type, String attribute) {
        List<AnnotatedElement> members = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals(attribute)) {
                members.add(field);
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.getParameterCount() == 0 && isGetter(method.getName(), attribute)) {
                members.add(method);
            }
        }
        return members;
    }

    private static boolean isGetter(String method, String attribute) {
        return method.equals(attribute)
                || method.startsWith("get")
                        && Introspector.decapitalize(method.substring("get".length()))
                                .equals(attribute);
    }
}
