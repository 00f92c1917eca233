package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A wanted schema with everything filled in that the model leaves open.
 *
 * @param schema fully stated; what of the database neither the model nor a revision made is in it as it is
 * @param warnings one for each object that is left alone so
 * @param unmanaged the tables and views that are left alone so
 */
public record Completed(Schema schema, List<Warning> warnings, Set<ObjectName> unmanaged) {

    public Completed {
        warnings = List.copyOf(warnings);
        unmanaged = Set.copyOf(unmanaged);
    }

    /**
     * A difference without what it would do to objects that no revision made: a revision has to run on a database that was built from revisions, where
     * they are not. What has to be done by hand is said as an error.
     *
     * @param written what the SQL of revisions creates, which is there: see {@link WrittenNames}
     */
    public Difference spare(Difference difference, Set<String> written) {
        return UnmanagedReference.spare(
                difference,
                unmanaged.stream()
                        .filter(name -> !written.contains(name.name()))
                        .collect(Collectors.toSet()),
                schema,
                written);
    }
}
