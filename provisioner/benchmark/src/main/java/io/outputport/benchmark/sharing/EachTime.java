package io.outputport.benchmark.sharing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.settings.Settings;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.signature.SigningKey;
import io.outputport.sharing.storage.local.LocalRoots;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.delta.DeltaTables;
import io.outputport.sharing.table.source.TableVersion;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;

/** Asks Kernel for the table in each request, and streams its files: what a server does that keeps nothing. */
public final class EachTime {
    private static final int BUFFER = 64 * 1024;
    private static final int THREADS = 16;

    private final DeltaTables tables;

    private EachTime(DeltaTables tables) {
        this.tables = tables;
    }

    /** @param arguments the port, and the folder of the tables */
    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.of(Map.of(
                "SHARING_STORAGE_LAKE", Path.of(arguments[1]).toAbsolutePath().toString()));
        EachTime server = new EachTime(new DeltaTables(new LocalRoots(settings, new SigningKey(new byte[32]))));
        HttpServer http = HttpServer.create(
                new InetSocketAddress(InetAddress.getByName("127.0.0.1"), Integer.parseInt(arguments[0])), 0);
        http.setExecutor(Executors.newFixedThreadPool(THREADS));
        http.createContext("/", server::answer);
        http.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String table = exchange.getRequestURI().getPath().substring(1);
        Outcome<TableVersion> newest = tables.newest(new TableLocation("lake", table));
        if (newest instanceof Outcome.Done<TableVersion> found) {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = new BufferedOutputStream(exchange.getResponseBody(), BUFFER);
                    LiveFiles files = found.value().files()) {
                body.write("{}\n{}\n".getBytes(StandardCharsets.US_ASCII));
                while (files.hasNext()) {
                    body.write(line(files.next()).getBytes(StandardCharsets.UTF_8));
                }
            }
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    private static String line(DataFile file) {
        String statistics = file.statistics().orElse("").replace("\"", "\\\"");
        return "{\"file\":{\"url\":\"" + file.path() + "\",\"size\":" + file.size() + ",\"partitionValues\":\""
                + file.partitionValues() + "\",\"stats\":\"" + statistics + "\"}}\n";
    }
}
