package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.EnumType;
import dev.retort.schema.Expression;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.Unique;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaDifferTest {

    private static final SqlType INTEGER = SqlType.parse("integer");
    private static final SqlType BIGINT = SqlType.parse("bigint");

    private static TableBuilder table(String name) {
        return Table.builder(ObjectName.of(name))
                .column(Column.of("id", INTEGER).withNullable(false))
                .primaryKey(PrimaryKey.of(name + "_pkey", List.of("id")));
    }

    private static Schema schema(TableBuilder... tables) {
        var builder = Schema.builder();
        for (TableBuilder table : tables) {
            builder.table(table.build());
        }
        return builder.build();
    }

    private static List<String> summaries(Schema from, Schema to, String... renames) {
        return SchemaDiffer.diff(from, to, Renames.parse(List.of(renames))).operations().stream()
                .map(Operation::summary)
                .toList();
    }

    private static ForeignKey fk(String name, String column, String target) {
        return ForeignKey.of(name, List.of(column), ObjectName.of(target), List.of("id"));
    }

    @Test
    void equalSchemasDifferInNothing() {
        Schema schema = schema(table("a"), table("b").foreignKeys(List.of(fk("b_fk", "id", "a"))));
        assertThat(SchemaDiffer.diff(schema, schema, Renames.NONE)).isEqualTo(new Difference(List.of(), List.of()));
    }

    @Test
    void tablesComeParentsFirstAndGoChildrenFirst() {
        Schema schema = schema(table("z"), table("a").foreignKeys(List.of(fk("a_fk", "id", "z"))));
        assertThat(summaries(Schema.EMPTY, schema))
                .containsExactly("create table z", "create table a", "add foreign key a_fk (id) to z on a");
        assertThat(summaries(schema, Schema.EMPTY)).containsExactly("drop table a", "drop table z");
    }

    @Test
    void aNamespaceIsThereBeforeATableMovesIntoIt() {
        Table ledger = table("ledger").build();
        Schema from = Schema.builder()
                .namespace("books")
                .table(named(ledger, "books"))
                .build();
        Schema to = Schema.builder()
                .namespace("archive")
                .table(named(ledger, "archive"))
                .build();
        assertThat(summaries(from, to, "books.ledger=archive.ledger"))
                .containsExactly(
                        "create schema archive", "rename table books.ledger to archive.ledger", "drop schema books");
    }

    private static Table named(Table table, String namespace) {
        return table.toBuilder().name(new ObjectName(namespace, "ledger")).build();
    }

    @Test
    void aCycleOfTablesLosesItsForeignKeysFirst() {
        Schema schema = schema(
                table("a").foreignKeys(List.of(fk("a_fk", "id", "b"))),
                table("b").foreignKeys(List.of(fk("b_fk", "id", "a"))));
        assertThat(summaries(schema, Schema.EMPTY))
                .containsExactly("drop constraint a_fk on a", "drop table b", "drop table a")
                .doesNotContain("drop constraint b_fk on b");
    }

    @Test
    void aDroppedKeyTakesTheForeignKeysThatRestOnItAlong() {
        Schema from = schema(table("p"), table("c").foreignKeys(List.of(fk("c_fk", "id", "p"))));
        Schema to = schema(
                table("p").primaryKey(PrimaryKey.of("other", List.of("id"))),
                table("c").foreignKeys(List.of(fk("c_fk", "id", "p"))));
        assertThat(summaries(from, to))
                .containsExactly(
                        "drop constraint c_fk on c",
                        "drop constraint p_pkey on p",
                        "add primary key other (id) on p",
                        "add foreign key c_fk (id) to p on c");
    }

    @Test
    void columnsOfAUniqueAreASetAndTheOrderOfColumnsIsNoDifference() {
        Column x = Column.of("x", INTEGER);
        Schema from = schema(table("t").column(x).uniques(List.of(Unique.of("u", List.of("id", "x")))));
        Schema to = schema(Table.builder(ObjectName.of("t"))
                .column(x)
                .column(Column.of("id", INTEGER).withNullable(false))
                .primaryKey(PrimaryKey.of("t_pkey", List.of("id")))
                .uniques(List.of(Unique.of("u", List.of("x", "id")))));
        assertThat(summaries(from, to)).isEmpty();
    }

    @Test
    void serialBecomesBigserial() {
        assertThat(summaries(serial(INTEGER), serial(BIGINT)))
                .containsExactly("alter column t.id: type bigint", "alter sequence t_id_seq: type bigint");
        assertThat(SequenceChange.between(options(INTEGER), options(BIGINT)).options())
                .isEqualTo(new SequenceOptions(BIGINT, null, null, null, null, null, null));
    }

    private static SequenceOptions options(SqlType type) {
        return SequenceOptions.UNSTATED.withDefaults(type);
    }

    private static Schema serial(SqlType type) {
        ObjectName t = ObjectName.of("t");
        return Schema.builder()
                .table(Table.builder(t)
                        .column(Column.of("id", type)
                                .withNullable(false)
                                .withDefault(Expression.of("nextval('t_id_seq'::regclass)")))
                        .build())
                .sequence(new Sequence(ObjectName.of("t_id_seq"), options(type), new ColumnRef(t, "id")))
                .build();
    }

    @Test
    void anOwnedSequenceGoesWithItsColumn() {
        assertThat(summaries(serial(INTEGER), Schema.EMPTY)).containsExactly("drop table t");
        Schema to = schema(Table.builder(ObjectName.of("t"))
                .column(Column.of("id", INTEGER).withNullable(false)));
        assertThat(summaries(serial(INTEGER), to))
                .containsExactly("alter column t.id: no default", "drop sequence t_id_seq");
    }

    @Test
    void anEnumGrowsInPlaceAndIsRebuiltWhenAValueLeaves() {
        assertThat(summaries(mood("a", "c"), mood("a", "b", "c", "d")))
                .containsExactly("add value b to enum mood", "add value d to enum mood");
        assertThat(summaries(mood("a", "b"), mood("b", "a"))).containsExactly("rebuild enum mood");
    }

    private static Schema mood(String... labels) {
        ObjectName mood = ObjectName.of("mood");
        return Schema.builder()
                .enumType(new EnumType(mood, List.of(labels)))
                .table(Table.builder(ObjectName.of("t"))
                        .column(Column.of("m", SqlType.user(mood)))
                        .build())
                .build();
    }

    @Test
    void anEnumThatIsRebuiltForItsOrderSaysSo() {
        assertThat(SchemaDiffer.diff(mood("b", "a"), mood("a", "b"), Renames.NONE)
                        .warnings())
                .singleElement()
                .satisfies(w ->
                        assertThat(w.message()).contains("for the order of its values alone", "a, b is the order"));
        assertThat(SchemaDiffer.diff(mood("b", "a"), mood("a", "b", "c"), Renames.NONE)
                        .warnings())
                .singleElement()
                .satisfies(w -> assertThat(w.message())
                        .contains("order of its values alone: c could be added in place, and a, b, c is the order"));
    }

    @Test
    void aValueThatLeavesMayBeAnyOfThoseThatCome() {
        assertThat(SchemaDiffer.diff(mood("a", "rejected"), mood("a", "declined", "withdrawn"), Renames.NONE)
                        .warnings())
                .filteredOn(w -> w.rule().equals("enum-rebuild"))
                .singleElement()
                .satisfies(w -> {
                    assertThat(w.message()).contains("PostgreSQL takes no value out of a type; it fails while");
                    assertThat(w.cure())
                            .contains(
                                    "`--rename mood.rejected=declined`, or `--rename mood.rejected=withdrawn` for it instead");
                });
    }

    @Test
    void namesThatMoveAreFreedFirst() {
        Schema from = schema(table("a").index(Index.of("ix", List.of(Index.Key.of("id")))), table("b"));
        Schema to = schema(table("a"), table("b").index(Index.of("ix", List.of(Index.Key.of("id")))));
        assertThat(summaries(from, to)).containsExactly("drop index ix", "create index ix on b");
    }

    @Test
    void aCheckIsDroppedAfterTheNotNullThatItProves() {
        Check check = Check.of("x_nn", "x IS NOT NULL");
        Schema from = schema(table("t").column(Column.of("x", INTEGER)).checks(List.of(check)));
        Schema to = schema(table("t").column(Column.of("x", INTEGER).withNullable(false)));
        assertThat(summaries(from, to)).containsExactly("alter column t.x: not null", "drop constraint x_nn on t");
    }

    @Test
    void renamesAreNeverGuessedButOffered() {
        Schema from = schema(table("t").column(Column.of("fullname", INTEGER)));
        Schema to = schema(table("t").column(Column.of("full_name", INTEGER)));
        Difference difference = SchemaDiffer.diff(from, to, Renames.NONE);
        assertThat(difference.operations())
                .extracting(Operation::summary)
                .containsExactly("add column t.full_name", "drop column t.fullname");
        assertThat(difference.warnings())
                .extracting(Warning::rule, Warning::cure)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("possible-column-rename", "--rename t.fullname=full_name"));
        assertThat(summaries(from, to, "t.fullname=full_name"))
                .containsExactly("rename column t.fullname to full_name");
        Renames back = Renames.parse(List.of("t.fullname=full_name")).inverse();
        assertThat(SchemaDiffer.diff(to, from, back).operations()).hasSize(1);
    }

    @Test
    void aRenamedTableTakesItsKeysAndSequencesAlong() {
        Column x = Column.of("x", INTEGER);
        Schema from = schema(
                table("p"),
                table("c")
                        .column(x)
                        .foreignKeys(List.of(fk("c_fk", "x", "p")))
                        .checks(List.of(Check.of("ck", "x > 0"))));
        Schema to = schema(
                table("parent").primaryKey(PrimaryKey.of("p_pkey", List.of("id"))),
                table("c")
                        .column(x.withName("y"))
                        .foreignKeys(List.of(fk("c_fk", "y", "parent")))
                        .checks(List.of(Check.of("ck", "y > 0"))));
        assertThat(summaries(from, to, "p=parent", "c.x=y"))
                .containsExactly("rename table p to parent", "rename column c.x to y");
    }
}
