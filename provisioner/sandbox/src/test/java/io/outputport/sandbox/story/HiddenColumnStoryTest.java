package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Columns with a tag that the operator hides are shown to nobody, however the catalogue writes the tag. */
@ExtendWith(World.Provided.class)
class HiddenColumnStoryTest {
    private static final String CONTRACT = "[{name: id, tags: [Tier.One]}, {name: mail, tags: [pii]},"
            + " {name: phone, tags: [{name: ' PII.Contact '}]}, {name: street, tags: ['Tier.Two, SECRET']},"
            + " {name: city, tags: [[{tagFqn: PII.Place}]]}, {name: home, children: [{name: door, tags: PII}]},"
            + " {name: note, tags: [PII_Note]}]";

    private final World world;
    private OwnService service;

    @TempDir
    private Path tasks;

    HiddenColumnStoryTest(World world) {
        this.world = world;
    }

    @BeforeEach
    void start() {
        world.database("sandbox")
                .run(
                        "drop schema if exists people cascade",
                        "create schema people",
                        "create table people.customers (id int primary key, mail text, phone text, street text,"
                                + " city text, home jsonb, note text)",
                        "insert into people.customers values (1, 'a@example.org', '1', 's', 'c', '{}', 'n')");
        Map<String, String> variables = new HashMap<>(world.variables());
        variables.put("HIDDEN_COLUMN_TAGS", "PII,secret");
        service = OwnService.start(variables, tasks);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void no_form_of_a_tag_lets_a_column_through_and_a_near_miss_is_told() {
        Product product = Product.over("Clients", "people", "customers", CONTRACT);
        String near = "Column note is shown to consumers: its tag \\\"PII_Note\\\" resembles one of HIDDEN_COLUMN_TAGS";

        JsonNode verdict = service.platform().validate(product.sample());
        JsonNode plan = service.platform().plan(product.sample());
        service.platform().provision(product.sample());
        service.platform().updateAcl(product.sample(), "user:alice");

        assertThat(verdict.path("valid").asBoolean()).isTrue();
        assertThat(verdict.path("notices").toString()).contains(near);
        assertThat(plan.path("executable").asBoolean()).isTrue();
        assertThat(plan.path("notices").toString()).contains(near);
        assertThat(plan.at("/schema/hiddenColumns").findValuesAsText("name"))
                .containsExactly("mail", "phone", "street", "city", "home");
        assertThat(world.engine().tableOf(product.customName()).at("/select_permissions/0/permission/columns"))
                .hasToString("[\"id\",\"note\"]");
        assertThat(world.consumer("alice").read("{ %s { id note } }".formatted(product.select())))
                .hasToString("[{\"id\":1,\"note\":\"n\"}]");
        assertThat(world.consumer("alice").ask(product.oneRow("mail")).has("errors"))
                .isTrue();
    }

    @Test
    void a_port_all_of_whose_columns_are_hidden_is_refused_before_hasura_is_written() {
        Product product = Product.over("Hidden", "people", "customers", "[{name: mail, tags: [Pii]}]");
        JsonNode metadata = world.engine().metadata();

        JsonNode status = service.platform().failed(service.platform().startProvision(product.sample()));

        assertThat(status.path("result").asText())
                .contains("Consumers would see no column of people.customers:", "mail (tagged Pii)");
        assertThat(world.engine().metadata()).isEqualTo(metadata);
    }
}
