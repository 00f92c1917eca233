package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.Check;
import dev.retort.schema.ObjectName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableClausesTest {

    @Test
    void storageIsReadAsTheCatalogHoldsIt() {
        assertThat(TableClauses.parse(
                                "WITH (FillFactor=070, \"toast\".Autovacuum_Enabled = OFF, a = 'It''s', b, c = -5, oids=false)")
                        .options()
                        .storage())
                .isEqualTo(Map.of(
                        "fillfactor", "70", "toast.autovacuum_enabled", "off", "a", "It's", "b", "true", "c", "-5"));
    }

    @Test
    void partitionKeysAndParents() {
        TableClauses clauses = TableClauses.parse(
                "inherits (base, Other.\"Base\") partition by Hash (At, \"Order\", lower(name) collate \"C\", (a + b))");
        assertThat(clauses.options().partitionKey())
                .isEqualTo("HASH (at, \"Order\", lower(name) collate \"C\", (a + b))");
        assertThat(clauses.options().inherits())
                .containsExactly(ObjectName.of("base"), new ObjectName("other", "Base"));
        assertThat(clauses.unknown()).isEmpty();
    }

    @Test
    void exactlyWhatIsLeftAsideIsNamed() {
        TableClauses clauses = TableClauses.parse(
                "using columnar with (fillfactor = 70, oids = true) without oids on commit drop tablespace \"Fast Disk\" engine innodb");
        assertThat(clauses.unknown())
                .containsExactly(
                        "using columnar",
                        "with (oids = true)",
                        "on commit drop",
                        "tablespace \"Fast Disk\" engine innodb");
        assertThat(clauses.options().storage()).containsOnlyKeys("fillfactor");
    }

    @Test
    void whatIsNoClauseIsLeftAsideAsWritten() {
        for (String text : List.of(
                "partition by range",
                "partition by",
                "partition",
                "partition by range ()",
                "partition by fields (id)",
                "inherits",
                "with",
                "with fillfactor = 70",
                "with (fillfactor)",
                "with (fillfactor =)")) {
            TableClauses clauses = TableClauses.parse(text + " with (autovacuum_enabled)");
            assertThat(clauses.unknown()).as(text).containsExactly(text);
            assertThat(clauses.options().partitionKey()).isEmpty();
            assertThat(clauses.options().inherits()).isEmpty();
            assertThat(clauses.options().storage()).containsOnlyKeys("autovacuum_enabled");
        }
    }

    @Test
    void declarationsAreConstraints() {
        TableDeclarations declared = TableDeclarations.parse("constraint sane check (a > 0 and f(a, b)) no inherit,"
                + " unique nulls not distinct (\"A\", b) include (c) deferrable, constraint pk primary key (id),"
                + " constraint fk foreign key (a, b) references other.t (x, y) on delete cascade,"
                + " constraint apart exclude using gist (room with =, during with &&) where (a > 0),"
                + " like base including all, period for system_time (a, b), unique (a) whatever");
        assertThat(declared.checks()).singleElement().satisfies(c -> {
            assertThat(c.name()).isEqualTo("sane");
            assertThat(c).returns(true, Check::noInherit);
        });
        assertThat(declared.uniques()).singleElement().satisfies(u -> {
            assertThat(u.columns()).containsExactly("A", "b");
            assertThat(u.include()).containsExactly("c");
            assertThat(u.nullsNotDistinct()).isTrue();
        });
        assertThat(declared.primaryKey()).isNotNull();
        assertThat(declared.foreignKeys()).singleElement().satisfies(k -> {
            assertThat(k.name()).isEqualTo("fk");
            assertThat(k.clauses().targetColumns()).isEqualTo(List.of("x", "y"));
        });
        assertThat(declared.exclusions()).singleElement().satisfies(e -> assertThat(e.definition())
                .isEqualTo("EXCLUDE using gist (room with =, during with &&) where (a > 0)"));
        assertThat(declared.unknown())
                .containsExactly("like base including all", "period for system_time (a, b)", "unique (a) whatever");
    }
}
