package io.outputport.sharing;

import static io.outputport.sharing.TestingSharing.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while snapshots of grants are put, again and again. */
class KilledServerTest {
    private static final int RECIPIENTS = 200;
    private static final Pattern ADDRESS = Pattern.compile("answers at (http://[^\"\\s]+)");

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void leaves_the_old_snapshot_or_the_new_one_whole() throws Exception {
        Process server = start();
        URI url = address(server);
        put(url, "/admin/v1/shares/sales", "{}");
        AtomicInteger kept = new AtomicInteger(-1);

        CompletableFuture<Void> putting = CompletableFuture.runAsync(() -> putUntilItBreaks(url, kept));
        int before = 2 + new Random().nextInt(10);
        Awaitility.await().until(() -> kept.get() >= before || putting.isDone());
        server.destroyForcibly().waitFor();
        putting.join();

        try (TestingSharing again = TestingSharing.in(folder, Map.of())) {
            List<String> found = StreamSupport.stream(
                            json(again.get("/admin/v1/shares/sales/grants"))
                                    .path("recipients")
                                    .spliterator(),
                            false)
                    .map(name -> name.asText())
                    .toList();
            assertThat(kept.get()).isGreaterThanOrEqualTo(before);
            assertThat(found).isIn(snapshot(kept.get()), snapshot(kept.get() + 1));
        }
    }

    private static void putUntilItBreaks(URI url, AtomicInteger kept) {
        try {
            for (int number = 0; ; number++) {
                String names = snapshot(number).stream().collect(Collectors.joining("\",\"", "\"", "\""));
                put(url, "/admin/v1/shares/sales/grants", "{\"recipients\":[" + names + "]}");
                kept.set(number);
            }
        } catch (IOException killed) {
            // What was at work then may be kept or not.
        }
    }

    private static List<String> snapshot(int number) {
        return IntStream.range(0, RECIPIENTS)
                .mapToObj(at -> "user:%03d-%05d".formatted(at, number))
                .toList();
    }

    private static void put(URI url, String path, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private Process start() throws IOException {
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Sharing.class.getName());
        process.environment()
                .putAll(Map.of(
                        "SHARING_PORT", "0",
                        "SHARING_HOST", "127.0.0.1",
                        "SHARING_DB_URL", "jdbc:h2:file:" + folder.resolve("shares")));
        return process.redirectErrorStream(true).start();
    }

    /** Its log is read to the end, or it would wait for a reader. */
    private static URI address(Process server) {
        CompletableFuture<URI> address = new CompletableFuture<>();
        Thread reading = new Thread(() -> {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    Matcher told = ADDRESS.matcher(line);
                    if (told.find()) {
                        address.complete(URI.create(told.group(1)));
                    }
                }
                address.completeExceptionally(new IllegalStateException("the server ended"));
            } catch (IOException ended) {
                address.completeExceptionally(ended);
            }
        });
        reading.setDaemon(true);
        reading.start();
        return address.join();
    }
}
