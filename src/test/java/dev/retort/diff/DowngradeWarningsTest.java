package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a file says of the way down must still be read where a release gives up many keys at once. */
class DowngradeWarningsTest {

    private static final Difference NOTHING = new Difference(List.of(), List.of());

    /** A value that came with a rebuild leaves on the way back; one that was added in place is told by the way up already. */
    @Test
    void aValueThatCameLeavesOnTheWayBack() {
        ObjectName colour = ObjectName.parse("colour");
        Schema before = enums(new EnumType(colour, List.of("RED", "ROSE")));
        Schema rebuilt = enums(new EnumType(colour, List.of("RED", "ORANGE")));
        Schema grown = enums(new EnumType(colour, List.of("RED", "ROSE", "ORANGE")));
        assertThat(back(before, rebuilt)).anySatisfy(message -> assertThat(message)
                .contains("on the way down", "it fails while a row holds ORANGE"));
        assertThat(back(before, grown)).isEmpty();
    }

    /** That it drops what the upgrade made goes without saying: {@code downgrade} itself counts the rows, and asks. What the upgrade drops is said once. */
    @Test
    void whatTheUpgradeMadeGoesOnTheWayBack() {
        Schema some = tags("text");
        Schema more = Schema.builder()
                .table(Table.builder(ObjectName.parse("bottle"))
                        .column(Column.of("tags", SqlType.parse("text")))
                        .column(Column.of("year", SqlType.parse("integer")))
                        .build())
                .table(Table.builder(ObjectName.parse("crate"))
                        .column(Column.of("id", SqlType.parse("integer")))
                        .build())
                .build();
        assertThat(SchemaDiffer.diff(more, some, Renames.NONE).warnings())
                .extracting(Warning::rule)
                .containsExactly("data-loss", "data-loss");
        assertThat(back(some, more)).isEmpty();
        assertThat(back(more, some)).isEmpty();
    }

    /** What was one value may have been made several by then. */
    @Test
    void anArrayKeepsOneElementOnTheWayBack() {
        assertThat(back(tags("text"), tags("text[]")))
                .anyMatch(
                        message -> message.equals(
                                "on the way down, bottle.tags, text[], becomes text: the first element of each row stays, those behind it are lost, and an empty list becomes null"));
        assertThat(SchemaDiffer.diff(tags("text[]"), tags("text"), Renames.NONE).warnings())
                .anySatisfy(warning -> {
                    assertThat(warning.rule()).isEqualTo("elements-lost");
                    assertThat(warning.cure())
                            .isEqualTo(
                                    "See them with `SELECT * FROM bottle WHERE cardinality(tags) <> 1`; where all shall stay,"
                                            + " with commas between them, write in place of the change of type"
                                            + " `op.alterColumn(\"bottle\", \"tags\").type(\"text\").using(\"array_to_string(tags, ',')\")`"
                                            + ", which leaves null elements out, and no element may hold a comma or be the one empty text of a list: look for some with"
                                            + " `SELECT * FROM bottle WHERE array_to_string(tags, '') LIKE '%,%' OR array_to_string(tags, ',', '-') <> array_to_string(tags, ',')"
                                            + " OR tags::text = '{\"\"}'`; in downgrade, write in place of the change of type"
                                            + " `op.alterColumn(\"bottle\", \"tags\").type(\"text[]\").using(\"string_to_array(tags, ',')\")`");
                });
    }

    /** PostgreSQL rounds numbers and cuts no text. */
    @Test
    void whatBecomesOfAValueThatDoesNotFitDependsOnTheType() {
        assertThat(back(tags("character varying(10)"), tags("integer")))
                .anyMatch(message -> message.endsWith(": a value whose text is longer makes it fail"));
        assertThat(back(tags("numeric(8,2)"), tags("numeric(12,4)")))
                .anyMatch(message ->
                        message.endsWith(": a value of more digits is rounded, and a larger value makes it fail"));
        assertThat(back(tags("real"), tags("bigint")))
                .anyMatch(message -> message.endsWith(": a value of more digits is rounded to those that it keeps"));
        assertThat(back(tags("integer"), tags("numeric(12,2)")))
                .anyMatch(message -> message.endsWith(": a fraction is rounded, and a larger value makes it fail"));
    }

    /** What is called like it does not fail. */
    @Test
    void aNameSaysNothing() {
        assertThat(rule("failed_at", "timestamp(6) without time zone", "timestamp(3) without time zone"))
                .containsExactly("downgrade-loses-data");
        assertThat(rule("at", "integer", "character varying(10)")).contains("downgrade-can-fail");
    }

    private static List<String> rule(String column, String after, String before) {
        Schema is = called(column, before);
        Schema shall = called(column, after);
        return DowngradeWarnings.of(
                        SchemaDiffer.diff(is, shall, Renames.NONE), SchemaDiffer.diff(shall, is, Renames.NONE))
                .stream()
                .map(Warning::rule)
                .filter(rule -> !rule.equals("downgrade-lock"))
                .toList();
    }

    private static Schema called(String column, String type) {
        return Schema.builder()
                .table(Table.builder(ObjectName.parse("bottle"))
                        .column(Column.of(column, SqlType.parse(type)))
                        .build())
                .build();
    }

    private static Schema tags(String type) {
        return Schema.builder()
                .table(Table.builder(ObjectName.parse("bottle"))
                        .column(Column.of("tags", SqlType.parse(type)))
                        .build())
                .build();
    }

    private static Schema enums(EnumType type) {
        ObjectName bottle = ObjectName.parse("bottle");
        return Schema.builder()
                .enumType(type)
                .table(Table.builder(bottle)
                        .column(Column.of("colour", SqlType.user(type.name())))
                        .build())
                .build();
    }

    private static List<String> back(Schema before, Schema after) {
        return DowngradeWarnings.of(
                        SchemaDiffer.diff(before, after, Renames.NONE), SchemaDiffer.diff(after, before, Renames.NONE))
                .stream()
                .map(Warning::message)
                .toList();
    }

    /** What finds the rows holds on either way; what an option answers is the way up alone. */
    @Test
    void theWayDownSaysWhatToDoBefore() {
        assertThat(cure("narrowing-type-change", "See them with `SELECT 1`")).isEqualTo("See them with `SELECT 1`");
        assertThat(cure("data-dependent-not-null", "Fill them with `--backfill t.a=VALUE`; see them with `SELECT 1`"))
                .isEqualTo("See them with `SELECT 1`");
        assertThat(cure("data-dependent-check", "Say what becomes of such rows: `--map t.a.x=y`"))
                .isEqualTo("Give such rows another value before a downgrade");
    }

    /** What the way up writes into its operations is written there on the way down too. */
    @Test
    void theWayDownSaysWhatToWriteIntoIt() {
        Difference zoned = SchemaDiffer.diff(tags("timestamptz"), tags("timestamp"), Renames.NONE);
        assertThat(DowngradeWarnings.of(NOTHING, zoned))
                .extracting(Warning::cure)
                .containsAnyOf(zoned.warnings().get(0).cure())
                .anyMatch(cure -> cure.contains("op.execute(\"SET LOCAL timezone = "));
        String using =
                "Where the enum's constants stand in this order, and always did, write in place of the change of type `op.x()`";
        assertThat(cure("data-dependent-check", using)).isEqualTo(using);
    }

    private static String cure(String rule, String cure) {
        Warning warning = new Warning(rule, Warning.Level.WARNING, List.of("public.t.a"), "it fails", cure);
        return DowngradeWarnings.of(NOTHING, new Difference(List.of(), List.of(warning)))
                .get(0)
                .cure();
    }

    @Test
    void manyKeysAreSaidTogetherAndAFewOneByOne() {
        assertThat(DowngradeWarnings.of(NOTHING, keys(4))).singleElement().satisfies(warning -> {
            assertThat(warning.rule()).isEqualTo("downgrade-can-fail");
            assertThat(warning.objects())
                    .containsExactly("public.t1.uk1", "public.t2.uk2", "public.t3.uk3", "public.t4.uk4");
            assertThat(warning.message())
                    .isEqualTo(
                            "on the way down, these 4 keys come back, and each fails if two rows have the same values:"
                                    + " t1.uk1, t2.uk2, t3.uk3, t4.uk4");
        });
        assertThat(DowngradeWarnings.of(NOTHING, keys(3)))
                .extracting(Warning::message)
                .containsExactly(
                        "on the way down, key 1 fails", "on the way down, key 2 fails", "on the way down, key 3 fails");
    }

    private static Difference keys(int many) {
        List<Warning> warnings = IntStream.rangeClosed(1, many)
                .mapToObj(n -> new Warning(
                        "data-dependent-unique",
                        Warning.Level.WARNING,
                        List.of("public.t" + n + ".uk" + n),
                        "key " + n + " fails",
                        ""))
                .toList();
        return new Difference(List.of(), warnings);
    }
}
