package io.outputport.sandbox.story;

import java.util.Optional;

/** Counts questions from the moment it is armed, and strikes at one of them or at its answer. */
final class Tripwire {
    private int questions;
    private Optional<Strike> strike = Optional.empty();
    private boolean tripped;

    /**
     * Where to strike.
     *
     * @param question its number, from 0
     * @param answered whether the question takes effect and only its answer is lost
     */
    record Point(int question, boolean answered) {
        @Override
        public String toString() {
            return (answered ? "after" : "before") + " exchange " + question;
        }
    }

    private record Strike(Point point, Runnable blow) {}

    synchronized void arm(Point point, Runnable blow) {
        tripped = false;
        questions = 0;
        strike = Optional.of(new Strike(point, blow));
    }

    synchronized void disarm() {
        strike = Optional.empty();
    }

    synchronized boolean hasTripped() {
        return tripped;
    }

    synchronized int countQuestion() {
        return questions++;
    }

    /** True when it strikes here: then nothing goes further. */
    synchronized boolean isAt(int question, boolean answered) {
        Optional<Strike> here = strike.filter(set -> set.point().equals(new Point(question, answered)));
        here.ifPresent(set -> {
            strike = Optional.empty();
            set.blow().run();
            tripped = true;
        });
        return here.isPresent();
    }
}
