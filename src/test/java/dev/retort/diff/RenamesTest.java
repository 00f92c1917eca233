package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.UsageException;
import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenamesTest {

    private static Schema schema(String table, String... columns) {
        var builder = Table.builder(ObjectName.of(table));
        for (String column : columns) {
            builder.column(Column.of(column, SqlType.parse("integer")));
        }
        return Schema.builder().table(builder.build()).build();
    }

    private static List<String> kinds(Schema from, Schema to, Renames renames) {
        return SchemaDiffer.diff(from, to, renames).operations().stream()
                .map(o -> o.summary())
                .toList();
    }

    @Test
    void aTableAndItsColumnsByTheOldNameOrTheNew() {
        Schema from = schema("t", "a", "b");
        Schema to = schema("u", "x", "b");
        for (String column : List.of("t.a=x", "u.a=x", "t.a=t.x", "public.t.a=public.t.x")) {
            Renames renames = Renames.parse(List.of("t=u", column));
            assertThat(kinds(from, to, renames)).containsExactly("rename table t to u", "rename column u.a to x");
            assertThat(kinds(to, from, renames.inverse()))
                    .containsExactly("rename table u to t", "rename column t.x to a");
        }
    }

    @Test
    void aTypeAndItsValuesByTheOldNameOrTheNew() {
        Schema from = Schema.builder()
                .enumType(new EnumType(ObjectName.of("mood"), List.of("sad", "ok")))
                .build();
        Schema to = Schema.builder()
                .enumType(new EnumType(ObjectName.of("feeling"), List.of("blue", "ok")))
                .build();
        for (String value : List.of("mood.sad=blue", "feeling.sad=blue")) {
            Renames renames = Renames.parse(List.of("mood=feeling", value));
            assertThat(kinds(from, to, renames))
                    .containsExactly("rename type mood to feeling", "rename value sad of enum feeling to blue");
            assertThat(kinds(to, from, renames.inverse()))
                    .containsExactly("rename type feeling to mood", "rename value blue of enum mood to sad");
        }
    }

    @Test
    void aTableThatMayBeRenamedSaysAllOptionsAtOnce() {
        Schema from = schema("customer", "id", "fullname", "zip", "city", "phone");
        Schema to = schema("client", "id", "full_name", "zip", "city", "phone");
        assertThat(SchemaDiffer.diff(from, to, Renames.NONE).warnings())
                .filteredOn(w -> w.rule().equals("possible-table-rename"))
                .singleElement()
                .satisfies(w ->
                        assertThat(w.cure()).isEqualTo("--rename customer=client --rename client.fullname=full_name"));
        assertThat(kinds(from, to, Renames.parse(List.of("customer=client", "client.fullname=full_name"))))
                .hasSize(2);
    }

    /** Of several columns of the type the likeliest is named: nullability weighs more than the place, and the place more than the order of names. */
    @Test
    void ofTwoCandidatesTheOneThatIsMoreAlikeIsNamed() {
        Column was = integer("was");
        assertThat(offered(List.of(was), List.of(integer("alpha"), integer("beta"))))
                .containsExactly("--rename t.was=alpha");
        assertThat(offered(List.of(was), List.of(integer("alpha").withNullable(false), integer("beta"))))
                .containsExactly("--rename t.was=beta");
        assertThat(offered(
                        List.of(was.withNullable(false)),
                        List.of(integer("alpha"), integer("beta").withNullable(false))))
                .containsExactly("--rename t.was=beta");
        assertThat(offered(List.of(was), List.of(integer("alpha").withDefault(Expression.of("7")), integer("beta"))))
                .as("a default weighs what the place does")
                .containsExactly("--rename t.was=alpha");
        assertThat(offered(List.of(integer("first"), integer("last")), List.of(integer("yard"), integer("inch"))))
                .containsExactlyInAnyOrder("--rename t.first=yard", "--rename t.last=inch");
        assertThat(offered(List.of(was), List.of(integer("alpha"), Column.of("wasnt", SqlType.parse("text")))))
                .as("the type outweighs a like name")
                .containsExactly("--rename t.was=alpha");
    }

    private static Column integer(String name) {
        return Column.of(name, SqlType.parse("integer"));
    }

    /** What is said to type; the pairs beside it are asked at a terminal alone. */
    private static List<String> offered(List<Column> before, List<Column> after) {
        return SchemaDiffer.diff(table(before), table(after), Renames.NONE).warnings().stream()
                .filter(w -> w.rule().equals("possible-column-rename"))
                .map(Warning::cure)
                .toList();
    }

    private static Schema table(List<Column> columns) {
        var table = Table.builder(ObjectName.of("t")).column(integer("id"));
        columns.forEach(table::column);
        return Schema.builder().table(table.build()).build();
    }

    @Test
    void aTableAndItsColumnsOfAnotherStyleAreOneAnswer() {
        Schema from = schema("orderItem", "id", "unitPrice", "taxRate");
        Schema to = schema("order_item", "id", "unit_price", "tax_rate");
        assertThat(SchemaDiffer.diff(from, to, Renames.NONE).warnings())
                .filteredOn(w -> w.rule().startsWith("possible-"))
                .singleElement()
                .satisfies(w -> assertThat(w.cure()).isEqualTo("--rename case-style"));
        assertThat(kinds(from, to, Renames.CASE_STYLE.expand(from, to))).hasSize(3);
    }

    @Test
    void aPartThatHoldsADotStandsInQuotes() {
        assertThat(RenameSpec.parse("\"a.b\".\"c\"\"d\"=\"e=f\""))
                .isEqualTo(new RenameSpec(List.of("a.b", "c\"d"), List.of("e=f")));
        assertThat(RenameSpec.parse("\"a.b\".\"c\"\"d\"=\"e=f\"").display()).isEqualTo("\"a.b\".\"c\"\"d\"=\"e=f\"");
    }

    @Test
    void whatFitsNothingIsAnErrorThatNamesTheCandidates() {
        Schema from = schema("t", "a");
        Schema to = schema("t", "b");
        for (String wrong : List.of("t.a=c", "t.z=b", "x=y", "t=t2")) {
            assertThatThrownBy(() -> SchemaDiffer.diff(from, to, Renames.parse(List.of(wrong))))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("fits nothing");
        }
        assertThatThrownBy(() -> SchemaDiffer.diff(from, to, Renames.parse(List.of("t.a=c"))))
                .hasMessageContaining("Candidates: b");
        assertThatThrownBy(() -> SchemaDiffer.diff(from, from, Renames.parse(List.of("t.a=c"))))
                .hasMessageContaining("Leave it out: there is no candidate.");
    }

    @Test
    void whatIsNoRenameIsAnErrorThatShowsOne() {
        for (String wrong : List.of("", "a", "a=", "=b", "a=b=c", "a..b=c", "a.b.c.d=e", "a.b.c=x.y", "\"a=b")) {
            assertThatThrownBy(() -> Renames.parse(List.of(wrong)))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("--rename customer.fullname=full_name");
        }
    }
}
