package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.DropConstraint;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked, in which order, the likeliest first; and that nothing is asked twice. */
class InterviewTest {

    private final List<String> asked = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();
    private final Deque<Integer> choices = new ArrayDeque<>();
    private final Deque<String> typed = new ArrayDeque<>();

    private final Questioner questioner = new Questioner() {
        @Override
        public int choose(String question, List<String> options) {
            asked.add(question + " " + options);
            return choices.isEmpty() ? options.size() - 1 : choices.poll();
        }

        @Override
        public String type(String question) {
            asked.add(question);
            return typed.isEmpty() ? "" : typed.poll();
        }

        @Override
        public void refuse(String why) {
            asked.add(why);
        }

        @Override
        public void done(List<String> options) {
            flags.addAll(options);
        }
    };

    private static Table table(String name, String... columns) {
        var builder = Table.builder(ObjectName.of(name));
        for (String column : columns) {
            int blank = column.indexOf(' ');
            builder.column(Column.of(column.substring(0, blank), SqlType.parse(column.substring(blank + 1))));
        }
        return builder.build();
    }

    private static Schema schema(Table... tables) {
        SchemaBuilder builder = Schema.builder();
        for (Table table : tables) {
            builder.table(table);
        }
        return builder.build();
    }

    private Answers interview(Schema from, Schema to) {
        Interview interview = new Interview(questioner);
        Answers answers = Answers.NONE;
        Optional<Answers> more = Optional.of(answers);
        while (more.isPresent()) {
            answers = more.get();
            Renames renames = answers.renames().expand(from, to);
            more = interview.ask(SchemaDiffer.diff(from, to, renames).doubts(), answers);
        }
        interview.end();
        return answers;
    }

    @Test
    void theLikeliestIsTheFirst() {
        Schema from = schema(table("t", "id integer", "fullname text"));
        Schema to = schema(table("t", "id integer", "label text", "full_name text"));
        choices.add(0);
        interview(from, to);
        assertThat(asked)
                .containsExactly(
                        "The column t.fullname goes. Is it one of these under a new name? [t.full_name, with the"
                                + " same type, t.label, with the same type, no: one goes with its data, and another comes]");
        assertThat(flags).containsExactly("--rename t.fullname=full_name");
    }

    @Test
    void whatIsDeclinedLeavesTheOtherToTheNext() {
        Schema from = schema(table("t", "id integer", "a text", "b text"));
        Schema to = schema(table("t", "id integer", "x text"));
        choices.addAll(List.of(1, 0));
        interview(from, to);
        assertThat(asked).hasSize(2);
        assertThat(flags).containsExactly("--rename t.b=x");
    }

    @Test
    void columnsAreAskedForOnceTheirTableIsKnown() {
        Schema from = schema(table("t", "id integer", "a text", "b date", "c uuid"));
        Schema to = schema(table("u", "id integer", "a text", "b date", "z uuid"));
        choices.addAll(List.of(0, 0));
        Answers answers = interview(from, to);
        assertThat(flags).containsExactly("--rename t=u", "--rename u.c=z");
        assertThat(SchemaDiffer.diff(from, to, answers.renames()).operations()).hasSize(2);
    }

    @Test
    void aForeignKeyOutweighsAnotherType() {
        Table target = table("p", "id integer");
        ForeignKey key = ForeignKey.of("k", List.of("p_id"), target.name(), List.of("id"));
        Table is = table("t", "id integer", "p_id integer").toBuilder()
                .foreignKeys(List.of(key))
                .build();
        Table shall = table("t", "id integer", "parent bigint").toBuilder()
                .foreignKeys(List.of(ForeignKey.of("k", List.of("parent"), target.name(), List.of("id"))))
                .build();
        choices.add(0);
        interview(schema(target, is), schema(target, shall));
        assertThat(asked.get(0)).contains("in the same keys, integer as bigint");
        assertThat(flags).containsExactly("--rename t.p_id=parent");
    }

    @Test
    void manyNamesOfTheSameLettersAreOneQuestion() {
        Schema from = schema(table("t", "id integer", "fullName text", "zipCode text", "birthDay date"));
        Schema to = schema(table("t", "id integer", "full_name text", "zip_code text", "birth_day date"));
        choices.add(0);
        Answers answers = interview(from, to);
        assertThat(asked).hasSize(1);
        assertThat(flags).containsExactly("--rename case-style");
        assertThat(answers.renames().expand(from, to).specs()).hasSize(3);
        assertThat(SchemaDiffer.diff(from, to, Renames.NONE).warnings())
                .filteredOn(w -> w.rule().startsWith("possible-"))
                .singleElement()
                .satisfies(w -> assertThat(w.cure()).isEqualTo("--rename case-style"));
    }

    @Test
    void sequencesAreAskedFor() {
        SequenceOptions options = SequenceOptions.UNSTATED.withDefaults(SqlType.parse("bigint"));
        Schema from = Schema.builder()
                .sequence(new Sequence(ObjectName.of("order_seq"), options, null))
                .build();
        Schema to = Schema.builder()
                .sequence(new Sequence(ObjectName.of("purchase_order_seq"), options, null))
                .build();
        choices.add(0);
        interview(from, to);
        assertThat(asked.get(0)).contains("counts from its start");
        assertThat(flags).containsExactly("--rename order_seq=purchase_order_seq");
    }

    @Test
    void valuesOfATypeAreRenamedOrMapped() {
        Column column = Column.of("tier", SqlType.user(ObjectName.of("tier")));
        Table table = Table.builder(ObjectName.of("t")).column(column).build();
        Schema from = Schema.builder()
                .table(table)
                .enumType(new EnumType(ObjectName.of("tier"), List.of("A", "OLD")))
                .build();
        Schema to = Schema.builder()
                .table(table)
                .enumType(new EnumType(ObjectName.of("tier"), List.of("A", "NEW")))
                .build();
        choices.add(0);
        interview(from, to);
        assertThat(flags).containsExactly("--rename tier.OLD=NEW");
        flags.clear();
        choices.addAll(List.of(1, 1));
        interview(from, to);
        assertThat(flags).containsExactly("--map tier.OLD=A");
        assertThat(asked).hasSize(3);
    }

    /** Whoever presses Enter through two questions has not said that two values become one. */
    @Test
    void aValueThatTookTheNewOneLeavesAnotherToTheNext() {
        Schema from = allowed("'PENDING', 'ARCHIVED', 'LOST'");
        Schema to = allowed("'PENDING', 'QUARANTINE', 'MISSING'");
        choices.addAll(List.of(0, 0));
        interview(from, to);
        assertThat(flags).containsExactly("--map t.status.ARCHIVED=QUARANTINE", "--map t.status.LOST=MISSING");
        assertThat(asked.get(1)).contains("[MISSING, QUARANTINE, PENDING, say nothing");
    }

    private static Schema allowed(String values) {
        return schema(table("t", "status text").toBuilder()
                .checks(List.of(Check.of("t_status_check", "status in (" + values + ")")))
                .build());
    }

    @Test
    void aValueThatCannotBeIsAskedForAgain() {
        Schema from = schema(table("t", "id integer"));
        Schema to = schema(Table.builder(ObjectName.of("t"))
                .column(Column.of("id", SqlType.parse("integer")))
                .column(Column.of("priority", SqlType.parse("integer")).withNullable(false))
                .build());
        typed.addAll(List.of("high", "3"));
        interview(from, to);
        assertThat(flags).containsExactly("--backfill t.priority=3");
        assertThat(asked).hasSize(3).element(1).asString().contains("high is no integer, and no column of t");
    }

    @Test
    void twinsAreKeptOnlyWhereSomebodySaysSo() {
        Table table = table("t", "id integer", "a text").toBuilder()
                .uniques(List.of(Unique.of("t_a_key", List.of("a")), Unique.of("uk_1", List.of("a"))))
                .build();
        Duplicates twins = Duplicates.among(List.of(new DropConstraint(table.name(), "uk_1")), schema(table));
        choices.add(0);
        Interview interview = new Interview(questioner);
        assertThat(interview.keeps(twins)).isTrue();
        interview.end();
        assertThat(asked).singleElement().asString().contains("t.uk_1 (as t_a_key). Keep them?");
        assertThat(flags).containsExactly("--accept duplicate-constraint");
        assertThat(new Interview(Questioner.NOBODY).keeps(twins)).isFalse();
    }

    @Test
    void nobodyAnswersNothing() {
        Schema from = schema(table("t", "id integer", "a text"));
        Schema to = schema(table("t", "id integer", "b text"));
        assertThat(new Interview(Questioner.NOBODY)
                        .ask(SchemaDiffer.diff(from, to, Renames.NONE).doubts(), Answers.NONE))
                .isEmpty();
    }
}
