package dev.retort.model.hostile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;

/** Names and texts that would end a comment, a string or a line, if they were let. */
@Entity
@Table(
        name = "`it's \\ 100% \u540d\u524d */`",
        schema = "`select`",
        comment = "*/ \\u002a/ \"\"\" \\\"\"\" it's\na new line\r\nand \u001b[31mred\u001b[0m \\u001b[0m",
        indexes = @Index(name = "`order by; --`", columnList = "`user`, `a.b` desc"))
class Hostile {

    /** 63 bytes. */
    static final String LONGEST =
            "\u00fcber\u00fcber\u00fcber\u00fcber\u00fcber\u00fcber\u00fcber\u00fcber\u00fcber\u00fcber1234567890123";

    @Id
    @Column(name = "`\\u0022);//`")
    Long id;

    @Column(name = "`user`", comment = "\"\"\"\n*/ } // \\")
    @ColumnDefault("E'*/ \\\\u002a/ \"\"\" it''s\\n\\x1b[31m'")
    String user;

    @Column(name = "`a.b`", length = 30)
    @ColumnDefault("'\\u002a/ \"\"\" $$ $1 %s {x}'")
    String dotted;

    @Column(
            name = "`" + Hostile.LONGEST + "`",
            check =
                    @jakarta.persistence.CheckConstraint(
                            name = "`\"\"\" check`",
                            constraint = "\"" + Hostile.LONGEST + "\" <> '*/ \"\"\" \\u002a/'"))
    String longest;

    @ManyToOne
    @JoinColumn(name = "`null`")
    Hostile table;
}
