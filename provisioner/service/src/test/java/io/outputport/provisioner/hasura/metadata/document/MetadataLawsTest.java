package io.outputport.provisioner.hasura.metadata.document;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.hasura.wave.Restoration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every document and every port, tried on many that chance made; the seed makes each again. */
class MetadataLawsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_second_plan_is_empty(long seed) {
        Random random = new Random(seed);
        Export export = new RandomMetadata(random).export();
        WantedPort wanted = port(random);

        Export once = export.with(wanted);

        assertThat(once.edits(provide(wanted))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_port_may_take_any_way_and_ends_the_same(long seed) throws IOException {
        Random random = new Random(seed);
        Export export = new RandomMetadata(random).export();
        WantedPort wanted = port(random);

        Export detour = export.with(port(random)).with(port(random)).with(wanted);

        assertThat(sources(detour)).containsExactlyInAnyOrderElementsOf(sources(export.with(wanted)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_same_edits_twice_are_the_same_edits_once(long seed) throws IOException {
        Random random = new Random(seed);
        Export export = new RandomMetadata(random).export().with(port(random));
        List<MetadataEdit> edits = export.edits(provide(port(random)));

        Export once = export.edited(edits);

        assertThat(sources(once.edited(edits))).isEqualTo(sources(once));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_was_written_can_be_put_back(long seed) throws IOException {
        Random random = new Random(seed);
        Export export = new RandomMetadata(random).export().with(port(random));
        List<MetadataEdit> edits = export.edits(provide(port(random)));

        Export restored = export.edited(edits).edited(Restoration.of(edits, export.actual()));

        assertThat(sources(restored)).containsExactlyInAnyOrderElementsOf(sources(export));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobody_elses_bytes_change_whatever_a_port_does(long seed) {
        Random random = new Random(seed);
        RandomMetadata others = new RandomMetadata(random);

        Export provided = others.export().with(port(random)).with(port(random));
        Export removed = provided.edited(provided.edits(remove()));

        assertThat(others.sources()).allSatisfy(source -> {
            assertThat(provided.metadata()).contains(source);
            assertThat(removed.metadata()).contains(source);
        });
        assertThat(removed).isEqualTo(others.export().edited(List.of()));
    }

    private static WantedPort port(Random random) {
        return aPort().over(random.nextBoolean() ? "health" : "archive", random.nextBoolean() ? "shots" : "visits")
                .selectedBy(random.nextBoolean() ? "select" : "find")
                .withColumns(random.nextBoolean() ? new String[] {"id"} : new String[] {"id", "day"})
                .build();
    }

    private static MetadataChange provide(WantedPort wanted) {
        return new MetadataChange(
                wanted.identity(), wanted.identity().computedRole().orElseThrow(), Optional.of(wanted));
    }

    private static MetadataChange remove() {
        return new MetadataChange(
                aPort().identity(), aPort().identity().computedRole().orElseThrow(), Optional.empty());
    }

    private static List<JsonNode> sources(Export export) throws IOException {
        List<JsonNode> sources = new ArrayList<>();
        JSON.readTree(export.metadata()).path("sources").forEach(sources::add);
        return sources;
    }
}
