package dev.retort.command;

import dev.retort.Nearest;
import dev.retort.migration.Direction;
import dev.retort.migration.IrreversibleRevisionException;
import dev.retort.migration.NeedsDatabaseException;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.ErrorRules;
import dev.retort.operation.Warning;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.Hearing;
import dev.retort.runtime.RevisionLoader;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Acknowledgements that acknowledge nothing: of a rule that the file does not warn of, or of an object that the revision does not touch. */
public final class StaleAcknowledgements {

    private static final String RULE = "stale-acknowledgement";

    private static final System.Logger LOG = System.getLogger(StaleAcknowledgements.class.getName());

    private StaleAcknowledgements() {}

    /** A warning for each, in the order of the revisions. */
    public static List<Warning> of(Collection<RevisionInfo> revisions, RevisionLoader loader) {
        List<Warning> warnings = new ArrayList<>();
        for (RevisionInfo revision : revisions) {
            Set<String> stale = new LinkedHashSet<>(revision.staleAcknowledgements());
            for (String said : stale) {
                warnings.add(warning(
                        revision,
                        said,
                        revision.warnings().isEmpty()
                                ? "the file warns of nothing"
                                : "the file warns of " + String.join(", ", revision.warnings()),
                        Nearest.to(said, revision.warnings())
                                .map(near -> "Is \"" + near + "\" meant?")
                                .orElse("take it out of the file")));
            }
            List<String> ofObjects = revision.acknowledged().stream()
                    .filter(said -> said.contains(":") && !stale.contains(said))
                    .toList();
            if (!ofObjects.isEmpty()) {
                warnings.addAll(untouched(revision, ofObjects, loader));
            }
        }
        return warnings;
    }

    private static List<Warning> untouched(RevisionInfo revision, List<String> ofObjects, RevisionLoader loader) {
        Set<String> touched = new LinkedHashSet<>();
        if (!record(revision, loader, touched)) {
            return List.of();
        }
        List<Warning> warnings = new ArrayList<>();
        for (String said : ofObjects) {
            String object = said.substring(ErrorRules.rule(said).length() + 1);
            boolean known = revision.warnings().contains(said)
                    || touched.stream()
                            .anyMatch(t -> t.equals(object)
                                    || t.startsWith(object + ".")
                                    || object.startsWith(t + ".")
                                    || t.endsWith("." + object));
            if (!known) {
                warnings.add(warning(
                        revision,
                        said,
                        "the revision does nothing to " + object,
                        Nearest.to(object, touched)
                                .map(near -> "Is \"" + ErrorRules.rule(said) + ":" + near + "\" meant?")
                                .orElse("take it out of the file")));
            }
        }
        return warnings;
    }

    /** What the revision's operations are about; false where it asks a database, so that nobody knows. */
    private static boolean record(RevisionInfo revision, RevisionLoader loader, Set<String> touched) {
        String implied = ObjectName.DEFAULT_NAMESPACE + ".";
        loader.prepare(List.of(revision));
        for (Direction direction : Direction.values()) {
            RecordingOperations recording = new RecordingOperations();
            try {
                Hearing.hear(revision, direction, loader, recording);
            } catch (NeedsDatabaseException e) {
                LOG.log(System.Logger.Level.DEBUG, "{0} asks the database", revision.id());
                return false;
            } catch (IrreversibleRevisionException e) {
                LOG.log(System.Logger.Level.DEBUG, "{0} has no way back", revision.id());
            }
            recording.operations().stream()
                    .map(operation -> operation.object())
                    .map(object -> object.startsWith(implied) ? object.substring(implied.length()) : object)
                    .filter(object -> !object.isEmpty())
                    .forEach(touched::add);
        }
        return true;
    }

    private static Warning warning(RevisionInfo revision, String said, String why, String cure) {
        return new Warning(
                RULE,
                Warning.Level.WARNING,
                List.of(revision.id()),
                "revision " + revision.display() + " acknowledges " + said + ", and " + why,
                cure);
    }
}
