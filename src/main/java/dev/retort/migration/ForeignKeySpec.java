package dev.retort.migration;

import dev.retort.RevisionException;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A foreign key; {@link #references} has to follow. */
public final class ForeignKeySpec extends Said {

    private final @Nullable String name;
    private final List<String> columns;
    private @Nullable ForeignKey key;

    ForeignKeySpec(@Nullable String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
    }

    /** The table and the columns that it points to, one for each of its own. */
    public ForeignKeySpec references(String table, String... targetColumns) {
        open();
        key = ForeignKey.of(name, columns, Spelling.name(table), List.of(targetColumns));
        return this;
    }

    /**
     * What happens to the referencing rows when the referenced one goes.
     *
     * @param setColumns with SET_NULL or SET_DEFAULT the columns it sets, none for all; from PostgreSQL 15
     */
    public ForeignKeySpec onDelete(ReferentialAction action, String... setColumns) {
        return become(key().withOnDelete(action.action()).withSetColumns(List.of(setColumns)));
    }

    /** What happens to the referencing rows when the referenced key changes. */
    public ForeignKeySpec onUpdate(ReferentialAction action) {
        return become(key().withOnUpdate(action.action()));
    }

    /** All columns are null or none is. */
    public ForeignKeySpec matchFull() {
        return become(key().withMatchFull(true));
    }

    /** May be checked at the end of the transaction where one asks for it. */
    public ForeignKeySpec deferrable() {
        return become(key().withDeferrability(Deferrability.INITIALLY_IMMEDIATE));
    }

    /** Is checked at the end of the transaction. */
    public ForeignKeySpec initiallyDeferred() {
        return become(key().withDeferrability(Deferrability.INITIALLY_DEFERRED));
    }

    /** Holds for new rows; old ones are looked at by {@code op.validateConstraint} later. */
    public ForeignKeySpec notValid() {
        return become(key().withValidated(false));
    }

    /** The last column is a range, which ranges of the target have to cover; from PostgreSQL 18. */
    public ForeignKeySpec period() {
        return become(key().withPeriod(true));
    }

    /** Documents what should hold, and no row is looked at; from PostgreSQL 18. */
    public ForeignKeySpec notEnforced() {
        return become(key().withEnforced(false));
    }

    private ForeignKeySpec become(ForeignKey changed) {
        open();
        key = changed;
        return this;
    }

    ForeignKey key() {
        if (key == null) {
            throw new RevisionException(
                    "The foreign key " + (name == null ? "on " + columns : name) + " points nowhere",
                    "op.addForeignKey is not followed by .references(table, columns…).",
                    "Add it right after op.addForeignKey(…).");
        }
        return key;
    }
}
