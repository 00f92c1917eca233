package dev.retort;

import org.jspecify.annotations.Nullable;

/** The database refused or failed; the reason says what was rolled back and what was kept. */
public final class DatabaseException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String sqlState;
    private final @Nullable String statement;

    /** An error with its three parts, see {@link RetortException}. */
    public DatabaseException(String failure, String reason, String cure) {
        this(failure, reason, cure, null, null);
    }

    /**
     * An error that the server raised for a statement.
     *
     * @param sqlState the five characters of the server's error code, such as {@code 23505}; null where the server said none
     * @param statement the statement that failed, in full; null where none was running
     */
    public DatabaseException(
            String failure, String reason, String cure, @Nullable String sqlState, @Nullable String statement) {
        super(failure, reason, cure);
        this.sqlState = sqlState;
        this.statement = statement;
    }

    /** The server's error code (SQLSTATE), null where the server said none. */
    public @Nullable String sqlState() {
        return sqlState;
    }

    /** The statement that failed, in full; null where none was running. */
    public @Nullable String statement() {
        return statement;
    }

    @Override
    public int exitCode() {
        return 3;
    }
}
