package io.outputport.benchmark.landscape;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands before a server and counts the bytes that go through, both ways, headers included. Frozen, it takes bytes and
 * passes none on: to both sides the other one is silent.
 */
public final class ByteRelay implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final URI target;
    private final ServerSocket door;
    private final Object ice = new Object();
    private boolean frozen;
    private int waiting;
    private final AtomicLong moved = new AtomicLong();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private ByteRelay(URI target, ServerSocket door) {
        this.target = target;
        this.door = door;
    }

    public static ByteRelay to(URI target) throws IOException {
        ByteRelay relay = new ByteRelay(target, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
        inBackground(relay::accept);
        return relay;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    public long bytes() {
        return moved.get();
    }

    public void freeze() {
        synchronized (ice) {
            frozen = true;
        }
    }

    public void thaw() {
        synchronized (ice) {
            frozen = false;
            ice.notifyAll();
        }
    }

    /** Whether somebody's bytes wait for the thaw. */
    public boolean isSilentToSomebody() {
        synchronized (ice) {
            return frozen && waiting > 0;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        thaw();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket caller = door.accept();
            open.add(caller);
            inBackground(() -> connect(caller));
        }
    }

    private void connect(Socket caller) throws IOException {
        Socket server = new Socket(target.getHost(), target.getPort());
        open.add(server);
        for (Socket socket : new Socket[] {caller, server}) {
            socket.setTcpNoDelay(true);
        }
        inBackground(() -> copy(server, caller));
        copy(caller, server);
    }

    private void copy(Socket from, Socket to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitThaw();
                moved.addAndGet(read);
                out.write(buffer, 0, read);
            }
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void awaitThaw() throws IOException {
        synchronized (ice) {
            waiting++;
            try {
                while (frozen) {
                    ice.wait();
                }
            } catch (InterruptedException stopping) {
                throw new InterruptedIOException();
            } finally {
                waiting--;
            }
        }
    }

    /** A connection that breaks ends its thread; both of its ends see it. */
    private static void inBackground(Relaying work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException bothEndsSeeIt) {
                        return;
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Relaying {
        void run() throws IOException;
    }
}
