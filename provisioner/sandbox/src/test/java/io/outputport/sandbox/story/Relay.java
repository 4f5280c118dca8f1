package io.outputport.sandbox.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between the service and a system, byte for byte, whatever they speak, and tells a tripwire who speaks. */
final class Relay implements AutoCloseable {
    private static final int NOBODY = -1;

    private final ServerSocket listener;
    private final int target;
    private final Tripwire wire;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        return thread;
    });

    private Relay(ServerSocket listener, int target, Tripwire wire) {
        this.listener = listener;
        this.target = target;
        this.wire = wire;
    }

    /** @param target a port of this machine */
    static Relay to(int target, Tripwire wire) {
        try {
            Relay relay = new Relay(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), target, wire);
            relay.threads.execute(relay::accept);
            return relay;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Cuts what is open, so that nothing that is under way arrives. */
    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = kept(listener.accept());
                Socket server = kept(new Socket(InetAddress.getLoopbackAddress(), target));
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                new Connection(client, server).start();
            } catch (IOException closedOrRefused) {
                // The caller sees a connection that ends.
            }
        }
    }

    private Socket kept(Socket socket) throws IOException {
        open.add(socket);
        if (listener.isClosed()) {
            socket.close();
        }
        return socket;
    }

    /** Question and answer take turns; whoever speaks for the first time in a turn is looked at. */
    private final class Connection {
        private final Socket client;
        private final Socket server;
        private volatile int question = NOBODY;
        private volatile boolean asking;

        Connection(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void start() {
            threads.execute(() -> pass(client, server, this::stopsQuestion));
            threads.execute(() -> pass(server, client, this::stopsAnswer));
        }

        private boolean stopsQuestion() {
            if (asking) {
                return false;
            }
            asking = true;
            question = wire.countQuestion();
            return wire.isAt(question, false);
        }

        private boolean stopsAnswer() {
            asking = false;
            return wire.isAt(question, true);
        }

        private void pass(Socket from, Socket to, java.util.function.BooleanSupplier stops) {
            byte[] buffer = new byte[1 << 16];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0 && !stops.getAsBoolean(); read = in.read(buffer)) {
                    out.write(buffer, 0, read);
                }
            } catch (IOException broken) {
                // Either side may end at any time: that is what this is for.
            } finally {
                open.remove(from);
                open.remove(to);
            }
        }
    }
}
