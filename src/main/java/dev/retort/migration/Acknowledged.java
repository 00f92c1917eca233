package dev.retort.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that the author knows of a finding, and why it is fine here. */
@Documented
@Repeatable(Acknowledged.All.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Acknowledged {

    /** The rule in kebab case, such as {@code data-loss}; {@code data-loss:customer.fax} for one object alone. */
    String value();

    /** Why it is fine, in a sentence for the next reader. */
    String because();

    /** Several of them on one class. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {

        /** The acknowledgements. */
        Acknowledged[] value();
    }
}
