package io.outputport.provisioner.file;

import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Step;
import java.util.function.Function;

/** What is done to a port that is a file. */
sealed interface FileStep extends Step {
    record Write(String file) implements FileStep {
        @Override
        public String phase() {
            return "file";
        }

        @Override
        public String describe() {
            return "File " + file + " is there";
        }
    }

    record Give(String file, String component, People asked, People locked) implements FileStep {
        @Override
        public String phase() {
            return "access";
        }

        @Override
        public String describe() {
            return "File " + file + " is for " + asked.and(locked).refs();
        }
    }

    /** To the people of the newest word. */
    record Repeat(String file, String component) implements FileStep {
        @Override
        public String phase() {
            return "access";
        }

        @Override
        public String describe() {
            return "File " + file + " is for the people of the newest snapshot";
        }
    }

    record Remove(String file) implements FileStep {
        @Override
        public String phase() {
            return "file";
        }

        @Override
        public String describe() {
            return "File " + file + " is gone";
        }
    }

    default <R> R match(
            Function<Write, R> write, Function<Give, R> give, Function<Repeat, R> repeat, Function<Remove, R> remove) {
        if (this instanceof Write it) {
            return write.apply(it);
        }
        if (this instanceof Give it) {
            return give.apply(it);
        }
        return this instanceof Repeat it ? repeat.apply(it) : remove.apply((Remove) this);
    }
}
