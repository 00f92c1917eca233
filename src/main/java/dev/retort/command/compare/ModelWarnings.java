package dev.retort.command.compare;

import dev.retort.model.Model;
import dev.retort.operation.Warning;
import java.util.List;

/** What the model's reader and the server could not tell, as warnings. */
final class ModelWarnings {

    private ModelWarnings() {}

    static List<Warning> notes(Model model) {
        return model.notes().stream()
                .map(note -> new Warning(note.rule(), Warning.Level.INFO, note.objects(), note.message(), note.cure()))
                .toList();
    }
}
