package dev.retort.model.waking;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Has static code that runs within its application alone. */
@Entity
public class Sleeper {

    static final Object APPLICATION = application();

    @Id
    Long id;

    private static Object application() {
        throw new IllegalStateException("no application is running");
    }
}
