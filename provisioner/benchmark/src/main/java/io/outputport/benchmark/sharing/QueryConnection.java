package io.outputport.benchmark.sharing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection that asks one thing again and again: as little work as HTTP needs, since it runs beside what is measured. */
final class QueryConnection implements AutoCloseable {
    private static final int BUFFER = 128 * 1024;
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final byte[] request;
    private final byte[] sink = new byte[BUFFER];

    QueryConnection(Query query) throws IOException {
        this.request = query.bytes();
        this.socket = new Socket(InetAddress.getByName("127.0.0.1"), query.port());
        this.socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** @param lineEnds how many lines the body had */
    record Answer(int status, long firstByteNanos, long nanos, long bytes, long lineEnds) {}

    Answer ask() throws IOException {
        long start = System.nanoTime();
        socket.getOutputStream().write(request);
        String status = line();
        long first = System.nanoTime() - start;
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            length = lower.startsWith(LENGTH)
                    ? Long.parseLong(lower.substring(LENGTH.length()).strip())
                    : length;
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        Body body = new Body();
        if (chunked) {
            chunks(body);
        } else {
            take(length, body);
        }
        return new Answer(
                Integer.parseInt(status.split(" ")[1]), first, System.nanoTime() - start, body.bytes, body.lineEnds);
    }

    /** What has come of a body. */
    private static final class Body {
        private long bytes;
        private long lineEnds;
    }

    private void chunks(Body body) throws IOException {
        long size = Long.parseLong(line().strip(), 16);
        while (size > 0) {
            take(size, body);
            line();
            size = Long.parseLong(line().strip(), 16);
        }
        line();
    }

    private void take(long size, Body body) throws IOException {
        long left = size;
        while (left > 0) {
            int read = in.read(sink, 0, (int) Math.min(left, sink.length));
            if (read < 0) {
                throw new EOFException("the answer broke off");
            }
            for (int at = 0; at < read; at++) {
                body.lineEnds += sink[at] == '\n' ? 1 : 0;
            }
            body.bytes += read;
            left -= read;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the answer broke off");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** What is asked, and of whom. */
    record Query(int port, String path, String token) {
        private byte[] bytes() {
            return ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }
}
