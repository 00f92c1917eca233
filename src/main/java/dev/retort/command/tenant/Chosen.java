package dev.retort.command.tenant;

import dev.retort.Nearest;
import dev.retort.UsageException;
import dev.retort.database.Database;
import dev.retort.database.ShellWord;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/** The tenants that are meant, of all that there are; heard from several threads. */
final class Chosen {

    private final List<String> names;
    private final Set<String> passed = new ConcurrentSkipListSet<>();

    /** Those of the names; all where there is none. */
    Chosen(List<String> names) {
        this.names = names;
    }

    /** The databases that may hold one of them: the others are not connected to. */
    List<Database> among(List<Database> databases, boolean ofSchemas) {
        if (names.isEmpty()) {
            return databases;
        }
        databases.forEach(database -> passed.add(database.display() + (ofSchemas ? " SCHEMA" : "")));
        return databases.stream()
                .filter(database -> names.stream()
                        .anyMatch(name -> name.equals(database.display()) || name.startsWith(database.display() + " ")))
                .toList();
    }

    /** The chosen ones of some tenants. */
    List<Tenant> among(List<Tenant> tenants) {
        if (names.isEmpty()) {
            return tenants;
        }
        tenants.forEach(tenant -> passed.add(tenant.name()));
        return tenants.stream().filter(tenant -> names.contains(tenant.name())).toList();
    }

    /**
     * Makes sure that each was there: to do nothing for one that is misspelt would look as if it had been done.
     *
     * @throws UsageException if one is not
     */
    void requireAll(Collection<Tenant> found) {
        Set<String> there = found.stream().map(Tenant::name).collect(Collectors.toSet());
        for (String name : names) {
            // A database that cannot be asked for its schemas is told of by itself.
            if (!there.contains(name) && there.stream().noneMatch(one -> name.startsWith(one + " "))) {
                throw new UsageException(
                        "There is no tenant \"" + name + "\"",
                        passed.isEmpty()
                                ? "the settings name no tenants at all."
                                : "the settings name " + passed.size()
                                        + ", and it is none of them. Nothing was changed.",
                        Nearest.to(name, passed)
                                        .map(near -> "Is " + near + " meant? --tenant " + ShellWord.quoted(near) + "\n")
                                        .orElse("")
                                + "To see their names: retort current");
            }
        }
    }
}
