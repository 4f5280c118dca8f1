package io.outputport.benchmark.siege.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection that sends what it likes. */
public final class SocketCaller implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    public SocketCaller(URI service) throws IOException {
        socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** The head of a request with a JSON body. */
    public static String head(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: siege\r\nContent-Type: application/json\r\nContent-Length: "
                + length + "\r\n\r\n";
    }

    public void send(String ascii) throws IOException {
        send(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The status of the answer, as text; or that there was none. */
    public String status() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        for (int read = in.read(); read >= 0 && read != '\r'; read = in.read()) {
            line.write(read);
        }
        String[] words = line.toString(StandardCharsets.US_ASCII).split(" ");
        return words.length > 1 ? words[1] : "no answer";
    }

    /** Breaks off, so that the service's next read fails. */
    void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
