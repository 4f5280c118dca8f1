package io.outputport.benchmark.siege.attack;

import java.io.IOException;
import java.net.URI;

/** One way to press a service. Returns when all that was sent has been answered or given up. */
public interface Attack {
    String name();

    void on(URI service, Answers answers) throws IOException, InterruptedException;
}
