package io.outputport.provisioner.task.run;

import io.outputport.foundation.outcome.Masking;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.foundation.trace.Phase;
import io.outputport.provisioner.task.LogEntry;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskReport;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.store.StartedTask;
import io.outputport.provisioner.task.store.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The log of one task: bounded rows behind its token, and the same lines in the service's log. */
final class TaskLog implements Progress {
    static final int MOST_LINES = 1000;
    static final int LONGEST_MESSAGE = 4000;
    /** The phase of the lines that the queue itself adds. */
    static final String QUEUE = "queue";

    private static final Logger LOG = LoggerFactory.getLogger(TaskLog.class);
    private static final int LONGEST_PHASE = 100;
    private static final String CUT = "… (cut)";

    private final TaskStore store;
    private final TaskToken token;
    private final InstantSource clock;
    /** Handlers may report from several threads. */
    private final AtomicInteger lines;
    /** What is not to be told a second time. */
    private final Set<String> told;

    private final boolean continued;
    private final Optional<Instant> askedAt;

    private final AtomicBoolean touched;
    private volatile Instant end = Instant.MAX;

    TaskLog(TaskStore store, StartedTask started, InstantSource clock) {
        this.store = store;
        this.token = started.task().token();
        this.lines = new AtomicInteger(started.logged());
        this.touched = new AtomicBoolean(started.touched());
        this.continued = started.continued();
        this.askedAt = Optional.of(started.task())
                .filter(task -> task.attempt() == 1 && !started.interrupted() && !continued)
                .map(Task::acceptedAt);
        this.told = continued ? told(store, token) : Set.of();
        this.clock = clock;
    }

    /**
     * What the log of an attempt holds already that goes on after it waited for its turn: its handler works from the
     * beginning again, and says it again.
     */
    private static Set<String> told(TaskStore store, TaskToken token) {
        return store.report(token).map(TaskReport::log).orElse(List.of()).stream()
                .map(line -> plain(line.phase(), line.message()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Without the addition that something was so already, which is true of whatever is done a second time. */
    private static String plain(String phase, String sentence) {
        return phase + ": " + sentence.replaceAll(" \\([^()]*\\)\\.$", ".");
    }

    @Override
    public void report(Severity severity, String phase, String words) {
        String sentence = fit(words, LONGEST_MESSAGE);
        if (told.contains(plain(phase, sentence))) {
            return;
        }
        int line = lines.incrementAndGet();
        if (line < MOST_LINES) {
            append(severity, phase, sentence);
        } else if (line == MOST_LINES) {
            append(Severity.WARNING, QUEUE, "The log is full; further lines are in the service's own log only.");
        }
        tellService(severity, phase, sentence);
    }

    @Override
    public void beginChanges() {
        if (touched.compareAndSet(false, true)) {
            store.touch(token);
        }
    }

    /** Until when the work may wait for its turn; what is put right after a failure has a time of its own. */
    void hasUntil(Instant latest) {
        end = latest;
    }

    @Override
    public Optional<Duration> timeLeft() {
        return end.equals(Instant.MAX) ? Optional.empty() : Optional.of(Duration.between(clock.instant(), end));
    }

    /** Whether something may be half-done. */
    boolean isTouched() {
        return touched.get();
    }

    @Override
    public Optional<Instant> askedAt() {
        return askedAt;
    }

    @Override
    public boolean isContinued() {
        return continued;
    }

    @Override
    public boolean isStopWished() {
        return store.isTerminating(token);
    }

    /** The line that ends the story: written however long the log is. */
    void conclude(Severity severity, String sentence) {
        append(severity, QUEUE, sentence);
        tellService(severity, QUEUE, sentence);
    }

    private void append(Severity severity, String phase, String sentence) {
        store.append(
                token,
                new LogEntry(clock.instant(), severity, fit(phase, LONGEST_PHASE), fit(sentence, LONGEST_MESSAGE)));
    }

    @SuppressWarnings("try") // The field is there to be closed.
    private static void tellService(Severity severity, String phase, String sentence) {
        Level level =
                switch (severity) {
                    case DEBUG -> Level.DEBUG;
                    case INFO -> Level.INFO;
                    case WARNING, ERROR -> Level.WARN;
                };
        try (Phase field = Phase.of(phase)) {
            LOG.atLevel(level).log("{}: {}", phase, fit(sentence, LONGEST_MESSAGE));
        }
    }

    /** Fit to be shown, and not longer than its column. */
    private static String fit(String text, int longest) {
        String storable = Masking.sentence(text);
        if (storable.length() <= longest) {
            return storable;
        }
        int end = Character.isHighSurrogate(storable.charAt(longest - CUT.length() - 1)) ? 1 : 0;
        return storable.substring(0, longest - CUT.length() - end) + CUT;
    }
}
