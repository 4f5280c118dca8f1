package io.outputport.sandbox.story;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Reply;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Somebody who reads the table {@code sales.orders} of shares. */
record DeltaReader(Http http) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int GONE = 404;

    Reply query(String share, String body) {
        return http.post("/delta-sharing/shares/" + share + "/schemas/sales/tables/orders/query", body);
    }

    /** The lines of an answer that gives something. */
    List<JsonNode> lines(String share, String body) {
        Reply reply = query(share, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.body().lines().map(DeltaReader::json).toList();
    }

    boolean isRefused(String share) {
        return isRefused(share, "{}");
    }

    boolean isRefused(String share, String body) {
        return query(share, body).status() == GONE;
    }

    long rows(String share) {
        return rowsByCurrency(share).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** As the files' statistics count them, by the column that the table is partitioned by. */
    Map<String, Long> rowsByCurrency(String share) {
        return lines(share, "{}").stream()
                .filter(line -> line.has("file"))
                .collect(groupingBy(
                        line -> line.at("/file/partitionValues/currency").asText(),
                        summingLong(line -> json(line.at("/file/stats").asText())
                                .path("numRecords")
                                .asLong())));
    }

    /** How an address that was handed out is answered. */
    static int status(String address) {
        return Http.to(URI.create(address)).get("").status();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(line, noJson);
        }
    }
}
