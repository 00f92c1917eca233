package dev.retort.codegen;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls chained by dots, as {@code op.addUnique("t", "k", "c").nullsNotDistinct()}; {@link ChainLayout} breaks it into lines. */
final class Chain {

    /** One argument: a text, a chain, or source as it stands. */
    record Argument(@Nullable String text, @Nullable Chain chain, String source) {}

    /** One call of the chain. */
    static final class Call {
        final String name;
        final List<Argument> arguments = new ArrayList<>();
        boolean onePerLine;

        Call(String name) {
            this.name = name;
        }
    }

    private final List<Call> calls = new ArrayList<>();

    private Chain(String first) {
        calls.add(new Call(first));
    }

    /** A chain that begins with the call of a method, named with its receiver if it has one. */
    static Chain of(String method) {
        return new Chain(method);
    }

    List<Call> calls() {
        return calls;
    }

    private Call last() {
        return calls.get(calls.size() - 1);
    }

    /** The next call. */
    Chain then(String method) {
        calls.add(new Call(method));
        return this;
    }

    /** The next call, with texts for arguments. */
    Chain then(String method, String... texts) {
        calls.add(new Call(method));
        return texts(List.of(texts));
    }

    /** A text for an argument. */
    Chain text(String text) {
        last().arguments.add(new Argument(text, null, ""));
        return this;
    }

    /** A text for an argument, or {@code null}. */
    Chain textOrNull(@Nullable String text) {
        return text == null ? source("null") : text(text);
    }

    /** Texts for arguments. */
    Chain texts(Collection<String> texts) {
        texts.forEach(this::text);
        return this;
    }

    /** A number or a constant for an argument. */
    Chain source(String source) {
        last().arguments.add(new Argument(null, null, source));
        return this;
    }

    /** A chain for an argument. */
    Chain chain(Chain chain) {
        last().arguments.add(new Argument(null, chain, ""));
        return this;
    }

    /** The arguments of the last call after the first one each stand on a line of their own. */
    Chain onePerLine() {
        last().onePerLine = true;
        return this;
    }

    /** How many texts it holds. */
    int texts() {
        int texts = 0;
        for (Call call : calls) {
            for (Argument argument : call.arguments) {
                texts += argument.chain() != null ? argument.chain().texts() : argument.text() != null ? 1 : 0;
            }
        }
        return texts;
    }

    /** Whether a method of {@code Columns} is among its arguments. */
    boolean usesColumns() {
        return calls.stream().flatMap(call -> call.arguments.stream()).anyMatch(a -> a.chain() != null);
    }

    /** Whether a constant of {@code ReferentialAction} is among its arguments. */
    boolean usesActions() {
        return calls.stream().anyMatch(call -> call.name.equals("onDelete") || call.name.equals("onUpdate"));
    }
}
