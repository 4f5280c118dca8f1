package io.outputport.benchmark.scale.contender;

import io.outputport.benchmark.scale.fleet.Port;
import java.io.IOException;
import java.util.List;

/** Somebody who can deploy ports. */
public interface Contender {
    /** How it is called in the results. */
    String name();

    /** @param first what it may deploy beforehand, so that no start of a process is measured */
    Ready prepare(Port first) throws IOException, InterruptedException;

    /** One that only waits for ports. */
    interface Ready extends AutoCloseable {
        /** Deploys all of them and says how long each took since all were asked for. */
        Deployment deploy(List<Port> ports) throws IOException, InterruptedException;

        @Override
        default void close() throws IOException {}
    }
}
