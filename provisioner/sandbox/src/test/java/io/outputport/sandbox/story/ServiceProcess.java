package io.outputport.sandbox.story;

import static org.awaitility.Awaitility.await;

import io.outputport.provisioner.Provisioner;
import io.outputport.sandbox.testing.Forked;
import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Leaks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service alone, as a process that can be stopped and killed, beside the stand-ins of the shared world. */
final class ServiceProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("The provisioner answers at http://127\\.0\\.0\\.1:(\\d+)");

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
        // A free port that was looked for beforehand may be another process's by now.
        environment.put("PROVISIONER_PORT", "0");
        environment.put("PROVISIONER_HOST", "127.0.0.1");
        environment.put("TASK_DB_URL", tasks);
        Forked process = Forked.main(Provisioner.class, environment);
        return new ServiceProcess(
                process, await("the service's port").until(() -> portIn(process.errors()), port -> port > 0));
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

    /** @return 0 before it answers */
    private static int portIn(String log) {
        Matcher ready = READY.matcher(log);
        return ready.find() ? Integer.parseInt(ready.group(1)) : 0;
    }
}
