package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * What is left alone, except for what stands in the way of a difference and is named as that.
     *
     * @param written what the SQL of revisions creates
     */
    public List<Warning> warnings(Difference difference, Set<String> written) {
        Set<String> inTheWay = Stream.concat(warnings.stream(), difference.warnings().stream())
                .filter(w -> w.rule().equals(UnmanagedReference.RULE))
                .map(w -> w.objects().get(0))
                .collect(Collectors.toSet());
        return warnings.stream()
                .filter(w -> w.rule().equals(UnmanagedReference.RULE) || !inTheWay.containsAll(w.objects()))
                .map(w -> UnmanagedReference.written(w, schema, written))
                .toList();
    }

    /**
     * A difference without what it would do to objects that no revision made: a revision has to run on a database that was built from revisions, where
     * they are not. What has to be done by hand is said as an error.
     *
     * @param written what the SQL of revisions creates, which is there: see {@link WrittenNames}
     */
    public Difference spare(Difference difference, Set<String> written) {
        return UnmanagedReference.spare(
                UnmanagedReference.written(difference, schema, written),
                unmanaged.stream()
                        .filter(name -> !written.contains(name.name()))
                        .collect(Collectors.toSet()),
                schema,
                written);
    }
}
