package io.outputport.sandbox.part;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A port of the loopback address, and the variable that chooses it; 0 is any free one. */
public record Port(String variable, int number) {
    /** So that every part says it in the same words, before its own server fails in words of its own. */
    public void refuseWhenTaken() throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), number));
        } catch (IOException taken) {
            throw new IOException(
                    "port %d is taken by another process; free it, or set %s to another one or to 0 for any free one."
                            .formatted(number, variable),
                    taken);
        }
    }
}
