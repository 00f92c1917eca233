package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.Deferrability;
import dev.retort.schema.Expression;
import dev.retort.schema.Index;
import dev.retort.schema.Index.Key;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Column lists and options that Hibernate's own DDL breaks, read as they were meant. */
class IndexModelTest {

    private static final Model MODEL =
            new ModelReader().read(new ModelRequest(TestModels.OWN, List.of("dev.retort.model.indexes"), Map.of(), 17));
    private static final Table PERSON =
            MODEL.schema().table(ObjectName.of("person")).orElseThrow();

    private static Index index(String name) {
        return PERSON.indexes().stream()
                .filter(i -> name.equals(i.name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCallIsAnExpressionAndNotAColumn() {
        assertThat(index("lower_email")).isEqualTo(Index.of("lower_email", List.of(Key.ofExpression("lower(email)"))));
    }

    @Test
    void commasInParenthesesSplitNothing() {
        assertThat(index("either").keys())
                .containsExactly(Key.ofExpression("coalesce(nick, email)"), Key.descending("age"));
    }

    @Test
    void partsThatOccurTwiceAreKept() {
        assertThat(index("same_parts").keys())
                .containsExactly(
                        Key.ofExpression("coalesce(age, 0)"),
                        new Key(null, Expression.of("coalesce(height, 0)"), null, null, true, true));
    }

    @Test
    void nullsAreOrdered() {
        assertThat(index("nulls").keys())
                .containsExactly(
                        new Key("last_name", null, null, null, true, false),
                        new Key("age", null, null, null, false, true));
    }

    @Test
    void twoOrdersOfTheSameColumnStayApart() {
        assertThat(index("older_first").keys()).containsExactly(Key.descending("age"));
        assertThat(index("covering").keys()).containsExactly(Key.of("age"));
    }

    /** Both get one name, which Hibernate makes of their columns, so it makes one index: with the place of the first and the orders of the second. */
    @Test
    void twoWithoutANameOverTheSameColumnsAreOneIndex() {
        assertThat(PERSON.indexes().stream().filter(i -> i.name() == null).map(Index::keys))
                .containsExactly(List.of(Key.descending("nick"), Key.descending("age")));
    }

    @Test
    void operatorClassesAndCollationsAreTold() {
        assertThat(index("pattern").keys())
                .containsExactly(
                        new Key("email", null, "varchar_pattern_ops", null, false, false),
                        new Key("Nick Name", null, null, "C", false, false));
    }

    @Test
    void anOperatorMakesAnExpression() {
        assertThat(index("json_path").keys())
                .containsExactly(new Key(null, Expression.of("data ->> 'id'"), null, null, true, true), Key.of("age"));
    }

    @Test
    void aUniqueRuleOverSomeRowsIsAnIndex() {
        assertThat(index("active_email").unique()).isTrue();
        assertThat(index("active_email").predicate()).isEqualTo(Expression.of("deleted_at is null"));
        assertThat(index("one_email").unique()).isTrue();
        assertThat(index("one_email").keys()).containsExactly(Key.ofExpression("lower(email)"));
    }

    @Test
    void optionsAreTakenApart() {
        assertThat(index("covering").include()).containsExactly("email");
        assertThat(index("covering").storage()).containsEntry("fillfactor", "70");
    }

    @Test
    void uniqueConstraintsHaveOptionsToo() {
        assertThat(PERSON.uniques())
                .containsExactlyInAnyOrder(
                        new Unique("nick_once", List.of("nick"), true, List.of(), Deferrability.NOT_DEFERRABLE),
                        new Unique(
                                "height_later", List.of("height"), false, List.of(), Deferrability.INITIALLY_DEFERRED),
                        Unique.of("plain_unique", List.of("age", "height")));
    }

    @Test
    void anIndexOnAColumnThatIsNotThereIsNamed() {
        assertThat(PERSON.indexes()).noneMatch(i -> "lonely".equals(i.name()));
        assertThat(MODEL.notes()).singleElement().satisfies(note -> assertThat(note.message())
                .contains("Person", "'missing'", "left out"));
    }
}
