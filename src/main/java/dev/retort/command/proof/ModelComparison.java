package dev.retort.command.proof;

import dev.retort.database.Database;
import java.util.List;

/** Says what a database lacks to be what the entities want. */
@FunctionalInterface
public interface ModelComparison {

    /** The summaries of the operations that would be left to do; none where the two are equal. */
    List<String> differences(Database database);
}
