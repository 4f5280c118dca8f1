package io.outputport.provisioner.hasura.plan.entry;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.ROLE;
import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hasura serves nothing of a table for which a column is configured that it does not have. */
class VanishedColumnTest {
    private static final WantedPort PORT = aPort().showing("day", "the_day").build();
    private static final Export SERVED = Export.of().with(PORT);

    @Test
    void nothing_is_written_while_every_configured_column_is_there() {
        assertThat(edits(SERVED)).isEmpty();
    }

    @Test
    void what_was_configured_of_a_vanished_column_goes_whoever_wrote_it() {
        Export vanished = SERVED.replacing(
                "\"column_config\":{",
                "\"column_config\":{\"gone\":{\"custom_name\":\"old\"},\"theirs\":{\"comment\":\"of others\"},");

        assertThat(configuredIn(edits(vanished)).toString()).isEqualTo("{\"day\":{\"custom_name\":\"the_day\"}}");
    }

    @Test
    void a_comment_on_a_vanished_column_is_enough_to_write() {
        Export commented =
                SERVED.replacing("\"column_config\":{", "\"column_config\":{\"gone\":{\"comment\":\"of others\"},");

        assertThat(configuredIn(edits(commented)).has("gone")).isFalse();
    }

    private static JsonNode configuredIn(List<MetadataEdit> edits) {
        assertThat(edits).hasSize(1);
        return ((MetadataEdit.PutTable) edits.get(0)).entry().at("/configuration/column_config");
    }

    private static List<MetadataEdit> edits(Export export) {
        return new MetadataChange(PORT.identity(), ROLE, Optional.of(PORT))
                .edits(export.actual())
                .match(MetadataChange.Edits::edits, (after, problem) -> List.of(), problems -> {
                    throw new AssertionError(problems);
                });
    }
}
