package dev.retort.model.named;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Names of every kind. */
@Entity
@SuppressWarnings("deprecation")
@Table(
        name = "`Ledger Entry`",
        schema = "books",
        comment = "Entries, as booked",
        check = @CheckConstraint(name = "Ledger_Amount", constraint = "amount <> 0"),
        uniqueConstraints =
                @UniqueConstraint(
                        name = "Ledger_Code",
                        columnNames = {"`Code`", "amount"}),
        indexes = {
            @Index(name = "LedgerByAmount", columnList = "amount DESC, `Code`"),
            @Index(columnList = "`Code`"),
            @Index(name = "ledger_once", unique = true, columnList = "amount, ledger_id")
        })
class LedgerEntry {

    @Id
    @Column(name = "LEDGER_ID")
    Long id;

    @Column(name = "`Code`", comment = "Typed by people")
    String code;

    @Check(name = "positive_amount", constraints = "amount > 0")
    int amount;

    @Column(name = "aVeryLongColumnNameThatGoesOnAndOnUntilPostgreSqlHasToCutItSomewhereHere")
    String cut;

    @Column(name = "größenÄnderungDieSehrLangIstUndUmlauteHatÜberÜberÜberÜberÜber")
    String cutInBytes;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    LedgerEntry parent;

    @ManyToOne
    @JoinColumn(
            foreignKey = @ForeignKey(name = "FK_Reversal", options = "on update cascade deferrable initially deferred"))
    LedgerEntry reversal;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    LedgerEntry free;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Plain plain;

    @ManyToOne
    @JoinColumn(
            name = "spelt_id",
            foreignKey =
                    @ForeignKey(
                            name = "spelt_fk",
                            foreignKeyDefinition =
                                    "foreign key (spelt_id) references plain (id) match full on update set null on delete set default"))
    Plain spelt;
}

@Entity
class Plain {

    @Id
    Long id;

    @ManyToOne
    LedgerEntry entry;
}
