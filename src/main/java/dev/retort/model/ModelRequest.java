package dev.retort.model;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What to read entities from.
 *
 * @param classpath compiled entities and what they need: folders, jars, and {@code dir/*} for the jars of a folder
 * @param entities what to read: packages (scanned with those below them, package annotations included), class names, mapping resources or files
 *     ({@code META-INF/orm.xml}, {@code customer.hbm.xml}), persistence units ({@code unit:NAME})
 * @param settings Hibernate's settings; those that would connect, create or cache are left aside. {@code preset} names the framework whose settings
 *     these go before: {@code jpa}, {@code spring-boot-3}, {@code spring-boot-4}, {@code quarkus}; without it the class path tells
 * @param serverVersion the major version of the PostgreSQL that the model is for, such as 17
 */
public record ModelRequest(
        List<Path> classpath, List<String> entities, Map<String, String> settings, int serverVersion) {

    public ModelRequest {
        classpath = List.copyOf(classpath);
        entities = List.copyOf(entities);
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }
}
