package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.delivery.Repository;
import org.junit.jupiter.api.Test;

/** The sample for the External Secrets operator fills the Secret that the other samples read. */
class ExternalSecretsTest {
    private final JsonNode sample = Yaml.one(Repository.read("helm/sample/external-secrets.yaml"));

    @Test
    void its_secret_is_the_one_of_the_samples() {
        String name = sample.at("/spec/target/name").asText();

        for (String file : new String[] {"dev.yaml", "qa.yaml", "prod.yaml", "multi-tenant/tenants.yaml"}) {
            assertThat(Yaml.one(Repository.read("helm/sample/" + file))
                            .at("/secrets/name")
                            .asText())
                    .isEqualTo(name);
        }
    }

    @Test
    void its_keys_are_settings_and_hold_what_is_required() {
        assertThat(sample.at("/spec/data").findValuesAsText("secretKey"))
                .contains("HASURA_ADMIN_SECRET", "TASK_DB_USER", "TASK_DB_PASSWORD")
                .isSubsetOf(Settings.all());
    }
}
