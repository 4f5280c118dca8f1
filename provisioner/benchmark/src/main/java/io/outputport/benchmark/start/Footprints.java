package io.outputport.benchmark.start;

import io.outputport.benchmark.run.ScratchFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts contenders in turns, all with one set of options, and puts the last process of each under load.
 *
 * @param turns starts of each
 * @param loadSeconds how long it is asked as fast as it answers
 * @param restSeconds how long it is left alone before its memory is looked at
 */
record Footprints(ScratchFolder folder, int turns, int loadSeconds, int restSeconds) {
    private static final int SETTLED_SECONDS = 3;

    List<Footprint> of(List<StartedProgram> contenders, StartOptions options, Consumer<String> progress)
            throws IOException, InterruptedException {
        String shown = options.shown();
        List<List<String>> each = new ArrayList<>();
        List<List<Duration>> starts = new ArrayList<>();
        for (StartedProgram contender : contenders) {
            each.add(options.isArchived() ? withArchive(contender, options) : options.java());
            starts.add(new ArrayList<>());
        }
        for (int turn = 1; turn < turns; turn++) {
            progress.accept("%s: start %d of %d of each".formatted(shown, turn, turns));
            for (int at = 0; at < contenders.size(); at++) {
                try (StartedProgram.Listening running = contenders.get(at).start(each.get(at), output())) {
                    starts.get(at).add(running.start());
                }
            }
        }
        List<Footprint> footprints = new ArrayList<>();
        for (int at = 0; at < contenders.size(); at++) {
            StartedProgram contender = contenders.get(at);
            progress.accept("%s: memory of %s".formatted(shown, contender.name()));
            try (StartedProgram.Listening running = contender.start(each.get(at), output())) {
                starts.get(at).add(running.start());
                TimeUnit.SECONDS.sleep(SETTLED_SECONDS);
                Optional<Long> idle = running.process().residentMebibytes();
                running.load().run(loadSeconds);
                TimeUnit.SECONDS.sleep(restSeconds);
                footprints.add(new Footprint(
                        contender.name(),
                        shown,
                        Footprint.middle(starts.get(at)),
                        idle,
                        running.process().residentMebibytes()));
            }
        }
        return footprints;
    }

    /** The archive is written when the process ends. */
    private List<String> withArchive(StartedProgram contender, StartOptions options)
            throws IOException, InterruptedException {
        Path archive = folder.resolve(contender.name().replace(' ', '-') + "." + options.archive());
        contender.start(options.writing(archive), output()).close();
        return options.reading(archive);
    }

    private Path output() {
        return folder.resolve("contender.log");
    }
}
