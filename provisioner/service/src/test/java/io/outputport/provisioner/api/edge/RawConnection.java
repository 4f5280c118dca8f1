package io.outputport.provisioner.api.edge;

import io.outputport.provisioner.TestingServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A caller that sends bytes, whether they are HTTP or not. */
public final class RawConnection implements AutoCloseable {
    private final Socket socket;

    public RawConnection(TestingServer server) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort());
        socket.setSoTimeout(20_000);
    }

    public static String head(int length) {
        return "POST /v1/validate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " + length
                + "\r\n\r\n";
    }

    public RawConnection send(String ascii) throws IOException {
        return send(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    public RawConnection send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** The first answer, without the rest of its body. */
    public String answer() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!answer.toString(StandardCharsets.ISO_8859_1).contains("\r\n\r\n")) {
            int read = socket.getInputStream().read(buffer);
            if (read < 0) {
                break;
            }
            answer.write(buffer, 0, read);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** Ends it the rude way, so that the server's next read fails. */
    void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
