package io.outputport.provisioner.hasura.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.provisioner.Golden;
import io.outputport.provisioner.descriptor.model.SourceTable;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table that an older version was to read is found again. */
class OlderReverseTargetsTest {
    @Test
    void in_a_database() throws JsonProcessingException {
        is(
                "order/reverse-database.json",
                new ReverseTarget.InDatabase(new SourceTable("postgres", "sandbox", "finance", "invoices")));
    }

    @Test
    void in_hasura() throws JsonProcessingException {
        is("order/reverse-hasura.json", new ReverseTarget.InHasura(Optional.of("finance_1"), "finance_invoices"));
        is("order/reverse-hasura-any-source.json", new ReverseTarget.InHasura(Optional.empty(), "finance_invoices"));
    }

    private static void is(String file, ReverseTarget target) throws JsonProcessingException {
        JsonNode stored = new ObjectMapper().readTree(Golden.text(file)).path("target");
        assertThat(ReverseTargetJson.read(stored)).isEqualTo(target);
        assertThat(ReverseTargetJson.write(target)).hasToString(stored.toString());
    }
}
