package dev.retort.codegen;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.retort.codegen.Chapters.Chapter;
import dev.retort.migration.Operations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Where the methods of a long revision stand: in its class, or, since a class file holds 65,535 constants and a text takes two, in nested classes.
 */
final class Shelves {

    private static final int MOST_TEXTS = 20_000;

    private final List<List<Chapter>> shelves = new ArrayList<>();
    private final Map<String, Integer> shelfOf = new HashMap<>();

    /** Places the chapters that have a name, in their order. */
    Shelves(List<Chapter> chapters) {
        int texts = MOST_TEXTS + 1;
        for (Chapter chapter : chapters) {
            if (chapter.name().isEmpty()) {
                continue;
            }
            int more = chapter.passages().stream()
                    .mapToInt(passage -> passage.chain().texts())
                    .sum();
            if (texts + more > MOST_TEXTS) {
                shelves.add(new ArrayList<>());
                texts = 0;
            }
            texts += more;
            shelves.get(shelves.size() - 1).add(chapter);
            shelfOf.put(chapter.name(), shelves.size());
        }
    }

    /** The call of a chapter's method. */
    String call(Chapter chapter) {
        String method = chapter.name() + "(op);\n";
        return shelves.size() == 1 ? method : part(shelfOf.getOrDefault(chapter.name(), 0)) + "." + method;
    }

    /** Adds the methods to the class. */
    void fill(TypeSpec.Builder type) {
        if (shelves.size() == 1) {
            shelves.get(0).forEach(chapter -> type.addMethod(method(chapter, Modifier.PRIVATE, Modifier.STATIC)));
            return;
        }
        for (int i = 0; i < shelves.size(); i++) {
            TypeSpec.Builder part =
                    TypeSpec.classBuilder(part(i + 1)).addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
            shelves.get(i).forEach(chapter -> part.addMethod(method(chapter, Modifier.STATIC)));
            type.addType(part.build());
        }
    }

    private static String part(int number) {
        return "Part" + number;
    }

    private static MethodSpec method(Chapter chapter, Modifier... modifiers) {
        return MethodSpec.methodBuilder(chapter.name())
                .addModifiers(modifiers)
                .addParameter(Operations.class, "op")
                .addCode("$L", Passage.text(chapter.passages()))
                .build();
    }
}
