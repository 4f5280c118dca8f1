package io.outputport.sandbox.story;

import static org.awaitility.Awaitility.await;

import io.outputport.provisioner.Provisioner;
import io.outputport.sandbox.testing.Forked;
import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Leaks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The service alone, as a process that can be stopped and killed, beside the stand-ins of the shared world. */
final class ServiceProcess implements AutoCloseable {
    private final Forked process;
    private final int port;

    private ServiceProcess(Forked process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param tasks the folder of its task database; the same one again is a restart */
    static ServiceProcess start(Map<String, String> variables, Path tasks) throws IOException {
        return start(variables, "jdbc:h2:file:" + tasks.resolve("tasks").toAbsolutePath());
    }

    /** @param tasks the URL of its task database; several replicas share one on PostgreSQL */
    static ServiceProcess start(Map<String, String> variables, String tasks) throws IOException {
        Map<String, String> environment = new HashMap<>(variables);
        int port = freePort();
        environment.put("PROVISIONER_PORT", Integer.toString(port));
        environment.put("PROVISIONER_HOST", "127.0.0.1");
        environment.put("TASK_DB_URL", tasks);
        ServiceProcess service = new ServiceProcess(Forked.main(Provisioner.class, environment), port);
        await("the service's port").until(service::answers);
        return service;
    }

    Platform platform() {
        return new Platform(url());
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** All that it has written to standard error. */
    String log() {
        return process.errors();
    }

    void kill() {
        process.kill();
    }

    void terminate() {
        process.terminate();
    }

    @Override
    public void close() {
        if (answers()) {
            Leaks.OF_THIS_RUN.hear("metrics", Http.to(url()).get("/prometheus").body());
        }
        process.close();
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }
}
