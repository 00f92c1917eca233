package dev.retort.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Warning.Level;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeTest {

    private static Warning rewrite(String table) {
        return new Warning(
                "table-rewrite",
                Level.WARNING,
                List.of("public." + table + ".id"),
                table + ".id becomes bigint: the table is rewritten",
                "Where " + table + " is large, add a column");
    }

    @Test
    void whatIsTheSameOfManyIsSaidOnceAndNamesThemAll() {
        Warning other = new Warning("view-rebuild", Level.INFO, List.of("public.v"), "the view is made anew", "");
        List<Warning> warnings =
                List.of(rewrite("room"), rewrite("t"), other, rewrite("u"), rewrite("w"), rewrite("\"a b\""));

        assertThat(Alike.together(warnings))
                .containsExactly(
                        new Warning(
                                "table-rewrite",
                                Level.WARNING,
                                List.of("public.room.id"),
                                "room.id becomes bigint: the table is rewritten; the same of t.id, u.id, w.id, \"a b\".id",
                                "Of each, as of the first: where room is large, add a column"),
                        other);
    }

    @Test
    void objectsThatTheMessageDoesNotNameStandBeforeIt() {
        List<Warning> views = new ArrayList<>();
        for (String name : List.of("v", "w", "x", "y")) {
            views.add(new Warning("view-rebuild", Level.INFO, List.of("public." + name), "it is made anew", "See it"));
        }

        assertThat(Alike.together(views))
                .containsExactly(new Warning(
                        "view-rebuild",
                        Level.INFO,
                        List.of("public.v", "public.w", "public.x", "public.y"),
                        "it is made anew",
                        "See it"));
    }

    @Test
    void fewOrOtherwiseWordedOrMoreThanACostStaysByItself() {
        List<Warning> few = List.of(rewrite("room"), rewrite("b"), rewrite("c"));
        assertThat(Alike.together(few)).isEqualTo(few);

        List<Warning> counted = new ArrayList<>(few);
        counted.add(new Warning(
                "table-rewrite", Level.WARNING, List.of("public.d.id"), "d.id becomes text: it is rewritten", ""));
        assertThat(Alike.together(counted)).isEqualTo(counted);

        List<Warning> losses = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d", "e")) {
            losses.add(new Warning("data-loss", Level.WARNING, List.of("public." + name), name + " goes", "Keep it"));
        }
        assertThat(Alike.together(losses)).isEqualTo(losses);
    }

    @Test
    void curesOfOtherLabelsOrStepsAreSaidOfEach() {
        List<Warning> alike = new ArrayList<>();
        List<Warning> labels = new ArrayList<>();
        List<Warning> steps = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "\"a b\"")) {
            String bare = name.replace("\"", "");
            String call = "Write `op.alterColumn(\"" + bare + "\", \"act\").using(\"CASE " + name.replace("\"", "\\\"")
                    + ".act WHEN '%s' THEN …\")%s`";
            alike.add(conversion(name, call.formatted("ON", "")));
            labels.add(conversion(name, call.formatted(name.equals("b") ? "HOT" : "ON", "")));
            steps.add(conversion(name, call.formatted("ON", name.equals("a") ? ".notNull()" : "")));
        }

        assertThat(Alike.together(alike)).hasSize(1);
        assertThat(Alike.together(labels)).isEqualTo(labels);
        assertThat(Alike.together(steps)).isEqualTo(steps);
    }

    private static Warning conversion(String table, String cure) {
        return new Warning(
                "needs-using",
                Level.WARNING,
                List.of("public." + table + ".act"),
                table + ".act becomes boolean: nobody knows how",
                cure);
    }
}
