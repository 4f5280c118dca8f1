package io.outputport.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.sandbox.folder.FolderTrouble;
import io.outputport.sandbox.folder.RunFolder;
import io.outputport.sandbox.part.HasuraPart;
import io.outputport.sandbox.part.Offer;
import io.outputport.sandbox.part.Part;
import io.outputport.sandbox.part.PostgresPart;
import io.outputport.sandbox.part.ProvisionerPart;
import io.outputport.sandbox.part.RoleMapperPart;
import io.outputport.sandbox.part.SandboxSettings;
import io.outputport.sandbox.part.SharingPart;
import io.outputport.sandbox.part.SnowflakePart;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts that were started, in order. A stop may come from another thread at any moment, also while a part is
 * starting: it waits for that part, and no further one is started.
 */
public final class RunningSandbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningSandbox.class);

    private final Deque<AutoCloseable> stops = new ArrayDeque<>();
    private Offer offer = Offer.NOTHING;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Starts what {@code environment} asks for.
     *
     * @throws StartFailed after everything that was already running is stopped again
     */
    public void start(Map<String, String> environment) throws StartFailed {
        String doing = "settings";
        try {
            SandboxSettings settings = new SandboxSettings(environment);
            for (Part part : wanted(settings)) {
                doing = part.name();
                startNext(part);
            }
        } catch (SettingsException wrong) {
            close();
            throw new StartFailed(sentence(doing, String.valueOf(wrong.getMessage())), 2, wrong);
        } catch (IOException failed) {
            close();
            throw new StartFailed(sentence(doing, FolderTrouble.words(failed)), 1, failed);
        }
    }

    private static String sentence(String doing, String reason) {
        return "The sandbox did not start: %s: %s".formatted(doing, reason);
    }

    /** The ready line: where each part is, and the variables that point a service at them. */
    public synchronized ObjectNode ready() {
        return ReadyLine.of(offer);
    }

    /** Stops the parts, the last one first. */
    @Override
    public void close() {
        closed.countDown();
        synchronized (this) {
            while (!stops.isEmpty()) {
                stop(stops.pop());
            }
        }
    }

    /** Returns when {@link #close} was called. */
    void awaitClose() throws InterruptedException {
        closed.await();
    }

    /** All parts there are, in the order in which each finds what it needs. */
    private static List<Part> parts(SandboxSettings settings, RunFolder folder) {
        return List.of(
                new PostgresPart(settings.port("SANDBOX_POSTGRES_PORT"), folder),
                new RoleMapperPart(settings.port("SANDBOX_ROLE_MAPPER_PORT")),
                new SnowflakePart(settings.port("SANDBOX_SNOWFLAKE_PORT"), settings.snowflakePublicKey()),
                new HasuraPart(settings.port("SANDBOX_HASURA_PORT"), settings.hasuraVersion()),
                new SharingPart(settings.port("SANDBOX_SHARING_PORT"), settings, folder),
                new ProvisionerPart(settings.port("SANDBOX_PROVISIONER_PORT"), settings, folder));
    }

    private synchronized List<Part> wanted(SandboxSettings settings) throws IOException {
        RunFolder folder = RunFolder.open(RunFolder.ofUser());
        stops.push(folder);
        List<Part> all = parts(settings, folder);
        Set<String> names = settings.parts(
                all.stream().map(Part::name).toList(),
                all.stream().filter(Part::isUsual).map(Part::name).toList());
        return all.stream().filter(part -> names.contains(part.name())).toList();
    }

    private synchronized void startNext(Part part) throws IOException {
        if (closed.getCount() == 0) {
            throw new IOException("it was stopped before it was ready.");
        }
        part.port().refuseWhenTaken();
        Part.Started started = part.start(offer);
        stops.push(started.stop());
        offer = offer.plus(started.offer());
    }

    // A part's close may throw anything; the parts after it still have to be stopped.
    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failed) {
            LOG.warn("A part did not stop cleanly: {}", failed.getMessage());
        }
    }
}
