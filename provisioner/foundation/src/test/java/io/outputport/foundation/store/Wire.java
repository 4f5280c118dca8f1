package io.outputport.foundation.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The network between the service and a server on this machine, which can be cut, and freeze, and be away. */
public final class Wire implements AutoCloseable {
    private static final String NOTHING = "no message holds this";

    private final int target;
    private final int port;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private volatile ServerSocket entrance;
    private volatile boolean frozen;
    private volatile String last = NOTHING;
    private volatile boolean answered = true;

    private Wire(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = entrance.getLocalPort();
        listen(entrance);
    }

    public static Wire to(int port) throws IOException {
        return new Wire(port);
    }

    public int port() {
        return port;
    }

    /** Every connection there is breaks; new ones are let through. */
    public void cut() throws IOException {
        for (Socket end : List.copyOf(ends)) {
            end.close();
            ends.remove(end);
        }
    }

    /** Breaks when the server answers a message with this word: it has done what it was told, and nobody hears of it. */
    public void cutBeforeTheAnswerTo(String word) {
        last = word;
    }

    /** Nothing is carried any more, and nobody is told. */
    public void freeze() {
        frozen = true;
    }

    public void thaw() {
        frozen = false;
        synchronized (this) {
            notifyAll();
        }
    }

    /** Nobody is there any more. */
    public void remove() throws IOException {
        entrance.close();
        cut();
    }

    public void putBack() throws IOException {
        entrance = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        listen(entrance);
    }

    private void listen(ServerSocket door) {
        start(() -> {
            while (true) {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                ends.addAll(List.of(near, far));
                if (door.isClosed()) {
                    cut();
                }
                start(() -> carry(near, far, true));
                start(() -> carry(far, near, false));
            }
        });
    }

    private void carry(Socket from, Socket to, boolean asking) throws IOException {
        byte[] bytes = new byte[8192];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                awaitThaw();
                if (asking && new String(bytes, 0, read, StandardCharsets.ISO_8859_1).contains(last)) {
                    last = NOTHING;
                    answered = false;
                } else if (!asking && !answered) {
                    answered = true;
                    cut();
                }
                out.write(bytes, 0, read);
            }
        }
    }

    private synchronized void awaitThaw() {
        try {
            while (frozen) {
                wait();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Carrying {
        void run() throws IOException;
    }

    private static void start(Carrying carrying) {
        Thread thread = new Thread(() -> {
            try {
                carrying.run();
            } catch (IOException closed) {
                // The wire is cut, as it is to be.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        thaw();
        remove();
    }
}
