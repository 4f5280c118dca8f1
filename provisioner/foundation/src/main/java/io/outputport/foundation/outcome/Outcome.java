package io.outputport.foundation.outcome;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How something ended. The one result type of the service: expected failures are values, exceptions are bugs.
 *
 * @param <T> what there is when it is done
 */
public sealed interface Outcome<T> {

    /** It is done. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It did not work now, and may work when tried again after {@code after}. */
    record Later<T>(Duration after, Problem problem) implements Outcome<T> {}

    /**
     * Nothing failed, it is only not its turn yet: no attempt that counts.
     *
     * @param after when to ask again, unless somebody says sooner that it is its turn
     */
    record Waiting<T>(Duration after, Problem problem) implements Outcome<T> {}

    /** It will not work until somebody mends these problems; never empty. */
    record Stopped<T>(List<Problem> problems) implements Outcome<T> {
        public Stopped {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("stopped without a problem");
            }
        }
    }

    /** Somebody asked for the work to be stopped, and every layer may be the one that stops. */
    record Terminated<T>(Problem problem) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> later(Duration after, Problem problem) {
        return new Later<>(after, problem);
    }

    /** @param sentence for what it waits */
    static <T> Outcome<T> waiting(Duration after, String sentence) {
        return new Waiting<>(after, Problem.of(ProblemCode.WAITING, sentence));
    }

    /** @param sentence where it stopped */
    static <T> Outcome<T> terminated(String sentence) {
        return new Terminated<>(Problem.of(ProblemCode.TERMINATED, sentence));
    }

    static <T> Outcome<T> stopped(Problem problem) {
        return new Stopped<>(List.of(problem));
    }

    static <T> Outcome<T> stopped(List<Problem> problems) {
        return new Stopped<>(problems);
    }

    /** One branch per case, so that a new case breaks the compile of everybody who has to think of it. */
    default <R> R match(
            Function<? super T, ? extends R> done,
            BiFunction<Duration, Problem, ? extends R> later,
            BiFunction<Duration, Problem, ? extends R> waiting,
            Function<List<Problem>, ? extends R> stopped,
            Function<Problem, ? extends R> terminated) {
        if (this instanceof Done<T> it) {
            return done.apply(it.value());
        }
        if (this instanceof Later<T> it) {
            return later.apply(it.after(), it.problem());
        }
        if (this instanceof Waiting<T> it) {
            return waiting.apply(it.after(), it.problem());
        }
        if (this instanceof Stopped<T> it) {
            return stopped.apply(it.problems());
        }
        return terminated.apply(((Terminated<T>) this).problem());
    }

    /** For those to whom it is all the same why: what waits for its turn is later, what was stopped on request is stopped. */
    default <R> R match(
            Function<? super T, ? extends R> done,
            BiFunction<Duration, Problem, ? extends R> later,
            Function<List<Problem>, ? extends R> stopped) {
        return match(done, later, later, stopped, problem -> stopped.apply(List.of(problem)));
    }

    /** Goes on with {@code next} when this is done. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return match(next, Later::new, Waiting::new, Stopped::new, Terminated::new);
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return then(value -> done(change.apply(value)));
    }

    default boolean isDone() {
        return this instanceof Done<T>;
    }
}
