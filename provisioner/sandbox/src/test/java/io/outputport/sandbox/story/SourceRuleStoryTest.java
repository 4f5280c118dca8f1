package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A domain publishes what it may publish, and nothing of another domain's. */
@ExtendWith(World.Provided.class)
class SourceRuleStoryTest {
    private final World world;

    @TempDir
    private Path tasks;

    SourceRuleStoryTest(World world) {
        this.world = world;
    }

    @Test
    void a_product_that_wants_another_domain_s_schema_is_told_where_and_never_served() {
        Product own = Product.vaccinations("Ownschema");
        Product others = Product.over("Othersschema", "finance", "invoices", "[{name: id, dataType: INT}]");
        Map<String, String> variables = world.variables();
        variables.put("SOURCE_RULES", "healthcare=postgres:*.healthcare*;finance=postgres:*.finance");
        try (OwnService service = OwnService.start(variables, tasks)) {
            JsonNode verdict = service.platform().validate(others.sample());
            assertThat(verdict.path("valid").asBoolean()).isFalse();
            assertThat(verdict.toString()).contains("may not publish schema", "finance", "SOURCE_RULES", "\"line\":");

            assertThat(service.platform().offerProvision(others.sample()).status())
                    .isEqualTo(400);

            service.platform().provision(own.sample());
            assertThat(world.engine().offers(own.customName())).isTrue();
        }
    }
}
