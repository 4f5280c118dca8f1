package io.outputport.provisioner.cli.progress;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.cli.report.Failure;
import io.outputport.provisioner.cli.service.Service;
import io.outputport.provisioner.cli.terminal.ExitCode;
import io.outputport.provisioner.cli.terminal.Paint;
import io.outputport.provisioner.cli.terminal.Shell;
import io.outputport.provisioner.cli.terminal.TerminalText;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Shows how a task goes on, step by step as they are reported, until it has ended. */
public final class Follower {
    private static final Set<String> OPEN = Set.of("RUNNING", "TERMINATING");
    private static final long PAUSE_MILLIS = 300;
    /** A service that restarts, or a replica that takes over, is away for a moment. */
    private static final int MOST_SILENCES = 40;

    private final Shell shell;
    private final Paint paint;
    private final Service service;
    private final TaskLocation location;
    private final ProgressLine progress;
    private final NextTry nextTry = new NextTry();
    private int shown;

    public Follower(Shell shell, Paint paint, Service service, TaskLocation location) {
        this.shell = shell;
        this.paint = paint;
        this.service = service;
        this.location = location;
        this.progress = new ProgressLine(shell);
    }

    /** The exit code: of a task that has ended as it should, 0; of one that goes on when its time is over, 3. */
    public int follow(String token, FollowTimeout timeout) {
        ShutdownHook hook = new ShutdownHook(() -> tellOfLeaving("Interrupted.", token));
        hook.begin();
        try {
            return untilItsEnd(token, timeout);
        } finally {
            hook.end();
        }
    }

    private int untilItsEnd(String token, FollowTimeout timeout) {
        int silences = 0;
        while (true) {
            Outcome<JsonNode> status = service.status(token);
            boolean silent = status.match(answer -> false, (after, problem) -> true, problems -> false);
            silences = silent ? silences + 1 : 0;
            if (!status.isDone() && (!silent || silences > MOST_SILENCES)) {
                progress.clear();
                return new Failure(shell, paint).tell(status);
            }
            String state = status.match(this::steps, (after, problem) -> "RUNNING", problems -> "FAILED");
            if (!OPEN.contains(state)) {
                return status.match(this::end, (after, problem) -> ExitCode.SYSTEM, problems -> ExitCode.INVALID);
            }
            if (timeout.isOver()) {
                tellOfLeaving("Not finished within " + timeout.words() + ".", token);
                return ExitCode.SYSTEM;
            }
            progress.show(state, nextTry.words());
            if (!pause()) {
                return ExitCode.SYSTEM;
            }
        }
    }

    private void tellOfLeaving(String why, String token) {
        progress.clear();
        shell.out().flush();
        shell.err().println(paint.notice("notice") + ": " + why + " " + location.afterLeaving(token));
    }

    /** Prints the task as it stands. */
    public int once(JsonNode status) {
        String state = steps(status);
        if (OPEN.contains(state)) {
            shell.out().println(paint.strong(state));
            return ExitCode.OK;
        }
        return end(status);
    }

    /** Prints the steps that were not printed before. */
    private String steps(JsonNode status) {
        JsonNode logs = status.path("logs");
        nextTry.see(logs);
        if (logs.size() > shown) {
            progress.clear();
        }
        for (; shown < logs.size(); shown++) {
            shell.out().println(line(logs.get(shown)));
        }
        shell.out().flush();
        return status.path("status").asText();
    }

    private String line(JsonNode log) {
        String level = log.path("level").asText();
        String phase =
                String.format("%-8s", TerminalText.shown(log.path("phase").asText()));
        String message = TerminalText.shown(log.path("message").asText());
        return switch (level) {
            case "ERROR" -> paint.error(phase) + " " + message;
            case "WARNING" -> paint.notice(phase) + " " + message;
            default -> paint.margin(phase) + " " + message;
        };
    }

    private int end(JsonNode status) {
        progress.clear();
        String state = status.path("status").asText();
        boolean completed = state.equals("COMPLETED");
        String result = TerminalText.shown(status.path("result").asText().replace('\n', ' '));
        shell.out().println((completed ? paint.good(state) : paint.error(state)) + ": " + result);
        shell.out().flush();
        return completed ? ExitCode.OK : ExitCode.INVALID;
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
