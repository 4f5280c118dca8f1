package io.outputport.sandbox.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;

/** A replica that is a process of its own, and is killed. */
record ReplicaProcess(ServiceProcess process) implements Replica {
    static ReplicaProcess start(Map<String, String> variables, String tasks) {
        try {
            return new ReplicaProcess(ServiceProcess.start(variables, tasks));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public URI url() {
        return process.url();
    }

    @Override
    public void die() {
        process.kill();
        process.close();
    }

    @Override
    public void close() {
        process.close();
    }
}
