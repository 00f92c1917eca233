package dev.retort.command.compare;

import dev.retort.UsageException;
import dev.retort.command.Workspace;
import dev.retort.command.run.Replay;
import dev.retort.command.run.Replay.Replayed;
import dev.retort.command.standin.StandIns;
import dev.retort.database.Database;
import dev.retort.database.Databases;
import dev.retort.runtime.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Turns a state other than the model into a database that stands there. */
final class StateOpener {

    private final Workspace workspace;

    StateOpener(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Whether the state is made on the scratch server. */
    static boolean isMade(State state) {
        return state instanceof State.Empty
                || state instanceof State.OfRevisions
                || state instanceof State.OfStamp
                || state instanceof State.OfFile;
    }

    /** The database; on the scratch server where it has to be made. */
    Replayed open(State state) {
        if (state instanceof State.OfRevisions revisions) {
            return new Replay(workspace).to(revisions.target());
        } else if (state instanceof State.OfStamp stamp) {
            return new Replay(workspace).to(stamp.rows());
        }
        return new Replayed(other(state), StandIns.NONE);
    }

    private Database other(State state) {
        if (state instanceof State.Empty) {
            return workspace.scratch().get().create();
        } else if (state instanceof State.OfFile file) {
            return script(file.path());
        } else if (state instanceof State.OfEnvironment environment) {
            return workspace.databaseOf(environment.name());
        } else if (state instanceof State.OfUrl url) {
            return Databases.of(url.url(), null, workspace.config().variables());
        }
        return workspace.requiredDatabase("the state \"database\"");
    }

    private Database script(Path path) {
        String sql;
        try {
            sql = Files.readString(path);
        } catch (IOException e) {
            throw new UsageException(
                            "Cannot read " + path,
                            e.getClass().getSimpleName() + ": " + e.getMessage() + ".",
                            "Correct file:PATH.")
                    .causedBy(e);
        }
        Database database = workspace.scratch().get().create();
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(sql);
        }
        return database;
    }
}
