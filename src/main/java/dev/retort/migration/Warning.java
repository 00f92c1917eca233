package dev.retort.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the generator could not know and the reviewer has to: the rules whose findings the class comment explains. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Warning {

    /** The rules in kebab case, such as {@code possible-column-rename}. */
    String[] value();
}
