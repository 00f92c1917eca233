package dev.retort.diff;

import java.util.List;

/** Somebody who can be asked what no comparison can know. */
public interface Questioner {

    /** Nobody is there: whatever is asked, nothing is said. */
    Questioner NOBODY = new Questioner() {
        @Override
        public int choose(String question, List<String> options) {
            return options.size() - 1;
        }

        @Override
        public String type(String question) {
            return "";
        }

        @Override
        public void refuse(String why) {}

        @Override
        public void done(List<String> options) {}
    };

    /**
     * Lets one of several options be chosen, the likeliest first.
     *
     * @param options the last one leaves things as they are
     * @return the place of the chosen one; the last where nothing was chosen
     */
    int choose(String question, List<String> options);

    /** Lets something be typed; empty for nothing. */
    String type(String question);

    /** Says why the last answer cannot be taken. */
    void refuse(String why);

    /**
     * Says how to give the same answers without being asked; called once, and only if something was answered.
     *
     * @param options of the command line, each as a shell takes it
     */
    void done(List<String> options);
}
