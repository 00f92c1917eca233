package dev.retort.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.retort.codegen.Chapters.Chapter;
import dev.retort.migration.Columns;
import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.ReferentialAction;
import dev.retort.migration.Revision;
import dev.retort.operation.ErrorRules;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Provenance;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes a revision's source: the same draft, the same bytes. */
public final class RevisionWriter {

    private static final String INDENT = "    ";
    private static final int WIDTH = 120;

    private RevisionWriter() {}

    /** The source of a revision. */
    public static RevisionSource write(RevisionDraft draft) {
        String name = RevisionNames.className(draft.style(), draft.id(), draft.message(), draft.created());
        List<Passage> up = Passage.of(draft.up(), new Origins(draft.provenance(), draft.authors()));
        // The way back removes what the comments of the way there have named.
        List<Passage> down = Passage.of(draft.down(), new Origins(Provenance.NONE));
        Chapters chapters = new Chapters();
        List<Chapter> upgrade = chapters.of(up);
        List<Chapter> downgrade = chapters.of(down);

        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(Migration.class)
                .addJavadoc("$L", ReviewComment.of(draft.message(), draft.warnings()))
                .addAnnotation(revision(draft));
        if (!draft.warnings().isEmpty()) {
            type.addAnnotation(warning(draft.warnings()));
        }
        Shelves shelves =
                new Shelves(Stream.concat(upgrade.stream(), downgrade.stream()).toList());
        type.addMethod(body("upgrade", upgrade, shelves));
        type.addMethod(body("downgrade", downgrade, shelves));
        shelves.fill(type);

        List<Chain> all =
                Stream.concat(up.stream(), down.stream()).map(Passage::chain).toList();
        return new RevisionSource(draft.packageName(), name, name + ".java", file(draft, type.build(), all));
    }

    /** The statements alone, as they would stand in a revision's method. */
    public static String statements(List<Operation> operations, Provenance provenance) {
        return Passage.text(Passage.of(operations, new Origins(provenance)));
    }

    private static String file(RevisionDraft draft, TypeSpec type, List<Chain> chains) {
        JavaFile.Builder file =
                JavaFile.builder(draft.packageName(), type).indent(INDENT).skipJavaLangImports(true);
        if (!draft.style().header().isBlank()) {
            file.addFileComment("$L", header(draft.style().header()));
        }
        if (chains.stream().anyMatch(Chain::usesColumns)) {
            file.addStaticImport(Columns.class, "*");
        }
        if (chains.stream().anyMatch(Chain::usesActions)) {
            file.addStaticImport(ReferentialAction.class, "*");
        }
        String declaration = "implements Migration {\n";
        return file.build().toString().replaceFirst(Pattern.quote(declaration), declaration + "\n");
    }

    private static String header(String text) {
        return text.strip().lines().map(JavaLiterals::verbatimComment).collect(Collectors.joining("\n"));
    }

    private static MethodSpec body(String name, List<Chapter> chapters, Shelves shelves) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Operations.class, "op");
        for (Chapter chapter : chapters) {
            String text = chapter.name().isEmpty() ? Passage.text(chapter.passages()) : shelves.call(chapter);
            method.addCode("$L", text);
        }
        return method.build();
    }

    private static AnnotationSpec revision(RevisionDraft draft) {
        List<String> members = new ArrayList<>();
        members.add("id = " + JavaLiterals.quote(draft.id()));
        add(members, "revises", draft.revises());
        members.add("message = " + JavaLiterals.quote(draft.message()));
        members.add("created = "
                + JavaLiterals.quote(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(draft.created()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .atZone(draft.style().zone()))));
        add(members, "branchLabels", draft.branchLabels());
        add(members, "dependsOn", draft.dependsOn());
        if (!draft.transactional()) {
            members.add("transactional = false");
        }
        String flat = String.join(", ", members);
        // Given as the one member value, so that the line breaks are ours.
        String text = "@Revision()".length() + flat.length() <= WIDTH ? flat : "\n" + String.join(",\n", members);
        return AnnotationSpec.builder(Revision.class)
                .addMember("value", CodeBlock.of("$L", text))
                .build();
    }

    private static void add(List<String> members, String name, List<String> values) {
        if (!values.isEmpty()) {
            members.add(name + " = " + array(values));
        }
    }

    private static AnnotationSpec warning(List<Warning> warnings) {
        Map<String, Set<String>> objects = new LinkedHashMap<>();
        for (Warning warning : warnings) {
            Set<String> of = objects.computeIfAbsent(warning.rule(), rule -> new LinkedHashSet<>());
            warning.objects().stream()
                    .findFirst()
                    .ifPresent(object -> of.add(ErrorRules.ofObject(warning.rule(), object)));
        }
        // An error of each object wants an answer of its own.
        List<String> rules = objects.entrySet().stream()
                .flatMap(rule ->
                        ErrorRules.contains(rule.getKey()) && rule.getValue().size() > 1
                                ? rule.getValue().stream()
                                : Stream.of(rule.getKey()))
                .toList();
        return AnnotationSpec.builder(ClassName.get(dev.retort.migration.Warning.class))
                .addMember("value", CodeBlock.of("$L", lines(rules)))
                .build();
    }

    private static String lines(List<String> rules) {
        String flat = array(rules);
        return "@Warning()".length() + flat.length() <= WIDTH
                ? flat
                : rules.stream().map(JavaLiterals::quote).collect(Collectors.joining(",\n", "{\n", "}"));
    }

    private static String array(List<String> values) {
        return values.size() == 1
                ? JavaLiterals.quote(values.get(0))
                : values.stream().map(JavaLiterals::quote).collect(Collectors.joining(", ", "{", "}"));
    }
}
