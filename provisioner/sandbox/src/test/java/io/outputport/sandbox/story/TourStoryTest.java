package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sandbox.predecessor.OldPort;
import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Reply;
import io.outputport.sandbox.testing.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The tour of the README, beside a port of the predecessor that is taken over meanwhile. */
@ExtendWith(World.Provided.class)
@SecretsInMetadata
class TourStoryTest {
    private static final Path README = Sample.FOLDER.resolve("../../../README.md");
    private static final Pattern REQUEST = Pattern.compile("post (/v1/\\w+) ([\\w.-]+\\.json)");

    private final World world;
    private Site site;

    @TempDir
    private Path tasks;

    TourStoryTest(World world) {
        this.world = world;
        world.snowflake();
    }

    @BeforeEach
    void start() throws IOException {
        site = Site.start(world, "toured");
        world.database("HEALTHCARE")
                .run(
                        "create schema if not exists \"LEGACY_0\"",
                        "drop view if exists \"LEGACY_0\".\"VACCINATIONS_CLEAN_VIEW\"",
                        "create view \"LEGACY_0\".\"VACCINATIONS_CLEAN_VIEW\" as"
                                + " select * from \"VACCINATIONS_0\".\"VACCINATIONS_CLEAN\"");
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void consumers_of_a_port_that_is_taken_over_notice_nothing_of_it() throws IOException {
        Product product = Product.onSnowflake("Toured").with("schema: VACCINATIONS_0", "schema: LEGACY_0");
        OldPort old = Legacy.onSnowflake(product, site);
        site.predecessor().provision(old);
        site.predecessor().updateAcl(old, List.of("user:alice"));
        Map<String, Map<String, String>> shape = shape(product);

        Reading reading = Reading.twentyTimesASecond(
                site.consumer("alice"), product.oneRow("DATE LOCATION_KEY NEW_PERSONS_VACCINATED"));
        try (reading;
                OwnService service = OwnService.start(site.variables(), tasks)) {
            service.platform().provision(product.sample());
            assertThat(walk(service)).isGreaterThan(8);
            service.platform().updateAcl(product.sample(), "user:alice", "user:bob");
            service.platform().provision(product.sample());
        }

        assertThat(reading.refusals()).isEmpty();
        assertThat(shape(product)).isEqualTo(shape);
    }

    /** Sends what the README sends, in its order; tells how many requests that were. */
    private static int walk(OwnService service) throws IOException {
        Http http = Http.to(service.url());
        int sent = 0;
        for (Matcher request = REQUEST.matcher(Files.readString(README)); request.find(); sent++) {
            Reply reply = http.post(
                    request.group(1), Files.readString(Sample.FOLDER.resolve("requests/" + request.group(2))));
            assertThat(reply.status()).as(request.group()).isBetween(200, 299);
            if (reply.status() == 202) {
                service.platform().completed(reply.body());
            }
        }
        return sent;
    }

    /** The columns of the port, with their types. */
    private Map<String, Map<String, String>> shape(Product product) {
        return Map.of(
                product.customName(),
                SchemaShape.ofRole(site.engine(), product.prefix() + "role", false)
                        .getOrDefault(product.customName(), Map.of()));
    }
}
