package dev.retort.model.quotes;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.Set;

/** Names with a quote in them, which stand as SQL has them: Hibernate prints what is between the quotes as it is, and doubles nothing. */
final class Quotes {

    private Quotes() {}

    @Entity
    @Table(
            name = "\"12\"\" record\"",
            indexes = {
                @Index(name = "by_order", columnList = "\"or\"\"der\" desc"),
                @Index(name = "by_both", columnList = "\"or\"\"der\", `si\"\"ze`", unique = true)
            },
            uniqueConstraints = @UniqueConstraint(name = "\"on\"\"ce\"", columnNames = "`si\"\"ze`"))
    static class Record {
        @Id
        @GeneratedValue(generator = "records")
        @SequenceGenerator(name = "records", sequenceName = "\"record\"\"s\"")
        @Column(name = "\"i\"\"d\"")
        Long id;

        @Column(name = "\"or\"\"der\"")
        String order;

        @Column(name = "`si\"\"ze`")
        int size;

        @ManyToOne
        @JoinColumn(name = "\"re\"\"issue\"", foreignKey = @ForeignKey(name = "\"of\"\" it\""))
        Record reissue;

        @ElementCollection
        @CollectionTable(name = "\"ti\"\"tles\"", joinColumns = @JoinColumn(name = "\"rec\"\"ord\""))
        @Column(name = "\"ti\"\"tle\"")
        Set<String> titles;
    }
}
