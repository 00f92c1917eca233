package dev.retort.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One unit of a {@code META-INF/persistence.xml}.
 *
 * @param mappingFiles mapping documents, with {@code META-INF/orm.xml} where the unit's root has one
 * @param jars its jar files, which are among the scanned
 * @param scanned the folders and jars to look through for classes: the unit's root unless it excludes what is not listed, and its jar files
 */
record PersistenceUnit(
        String name,
        List<String> classes,
        List<String> mappingFiles,
        List<Path> jars,
        List<Path> scanned,
        Map<String, String> properties) {}
