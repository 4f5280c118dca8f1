package io.outputport.sharing.tck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sharing.tck.call.Client;
import io.outputport.sharing.tck.run.Needs;
import io.outputport.sharing.tck.run.Offer;
import io.outputport.sharing.tck.run.Trial;
import io.outputport.sharing.tck.run.TrialExtension;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A signed address gives one file, whole or in parts, without a token, for a while. */
@ExtendWith(TrialExtension.class)
class AddressCases {
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Trial trial;
    private final Client client;
    private final JsonNode file;
    private final URI address;

    AddressCases(Trial trial) {
        this.trial = trial;
        this.client = trial.client();
        this.file = file("plain");
        this.address = address(file);
    }

    private JsonNode file(String table) {
        return client.post(trial.tablePath(table) + "/query", "{}").files().get(0);
    }

    private static URI address(JsonNode file) {
        return URI.create(file.path("url").asText());
    }

    @Test
    void the_file_is_had_whole_without_a_token() {
        HttpResponse<byte[]> whole = client.fetch(address);

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).hasSize(file.path("size").asInt());
        assertThat(new String(Arrays.copyOf(whole.body(), 4), StandardCharsets.US_ASCII))
                .isEqualTo("PAR1");
    }

    @Test
    void a_part_is_had_from_its_beginning() {
        HttpResponse<byte[]> part = client.fetch(address, "Range", "bytes=0-3");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).hasSize(4);
    }

    @Test
    void a_part_is_had_from_its_end() {
        byte[] whole = client.fetch(address).body();
        HttpResponse<byte[]> part = client.fetch(address, "Range", "bytes=-8");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 8, whole.length));
    }

    @Test
    void a_part_behind_the_end_is_refused() {
        assertThat(client.fetch(address, "Range", "bytes=100000000-").statusCode())
                .isEqualTo(416);
    }

    @Test
    void another_file_is_not_had_under_the_same_signature() {
        String other = address(file("measures")).getRawPath();
        String name = address.getRawPath().substring(address.getRawPath().lastIndexOf('/'));
        URI forged = URI.create(address.toString()
                .replace(name, other.substring(other.lastIndexOf('/')))
                .replace("plain", "measures"));

        assertThat(client.fetch(forged).statusCode()).isIn(401, 403);
    }

    @Test
    void an_address_that_leads_upwards_gives_nothing() {
        String path = address.getRawPath();
        String folder = path.substring(0, path.lastIndexOf('/'));
        String upwards = folder + "/%2e%2e/plain/_delta_log/00000000000000000000.json";

        assertThat(client.fetch(URI.create(address.toString().replace(path, upwards)))
                        .statusCode())
                .isBetween(400, 499);
    }

    @Test
    void the_log_is_not_had_under_the_signature_of_a_file() {
        String path = address.getRawPath();
        String log = path.substring(0, path.lastIndexOf('/')) + "/_delta_log/00000000000000000000.json";

        assertThat(client.fetch(URI.create(address.toString().replace(path, log)))
                        .statusCode())
                .isIn(401, 403);
    }

    /** The official client for Python takes others for paths of its own machine. */
    @Needs(Offer.DELTA)
    @Test
    void an_address_is_known_as_signed_by_a_name_in_its_query() {
        assertThat(String.valueOf(address.getRawQuery()))
                .matches("(?i)(.*&)?(X-Amz-Signature|sp|X-Goog-Credential|X-OSS-Credential|X-Databricks-Signature)=.*");
    }

    @Test
    void an_address_ends_within_a_week() {
        Instant end = Instant.ofEpochMilli(file.path("expirationTimestamp").asLong());

        assertThat(end).isBetween(Instant.now(), Instant.now().plus(LONGEST));
    }
}
