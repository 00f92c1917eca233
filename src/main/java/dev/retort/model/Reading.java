package dev.retort.model;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.dialect.Dialect;

/**
 * One reading under way: what every mapper needs, and where notes are left.
 *
 * @param attributions filled before the first mapper runs
 */
record Reading(LoadedModel model, Names names, Attributions attributions, List<ModelNote> notes) {

    static Reading of(LoadedModel model) {
        Names names = new Names(model.strings(), KeywordQuoting.of(model.settings()));
        return new Reading(model, names, new Attributions(names), new ArrayList<>());
    }

    Dialect dialect() {
        return model.dialect();
    }

    void note(String rule, String object, String message, String cure) {
        notes.add(ModelNote.of(rule, object, message, cure));
    }
}
