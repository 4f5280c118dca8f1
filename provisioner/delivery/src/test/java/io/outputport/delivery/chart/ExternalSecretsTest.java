package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.delivery.Repository;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The sample for the External Secrets operator fills the Secrets that the other samples read. */
class ExternalSecretsTest {
    private final List<JsonNode> all = Yaml.all(Repository.read("helm/sample/external-secrets.yaml"));
    private final JsonNode sample = all.get(0);

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
                .isSubsetOf(Settings.ofProvisioner().all());
    }

    @Test
    void those_of_the_sharing_server_hold_what_it_needs_and_its_token_only_as_a_hash() {
        assertThat(all)
                .extracting(secret -> secret.at("/spec/target/name").asText())
                .containsExactly("provisioner-secrets", "sharing-secrets", "sharing-tokens");
        assertThat(all.get(1).at("/spec/data").findValuesAsText("secretKey"))
                .containsAll(Settings.ofSharingServer().secrets());
        assertThat(all.get(2).at("/spec/target/template/data/tokens").asText())
                .isEqualTo("provisioner:write:{{ .token | sha256sum }}");
        assertThat(property(all.get(2), "token")).isEqualTo(property(sample, "SHARING_ADMIN_TOKEN"));
    }

    private static JsonNode property(JsonNode secret, String key) {
        return StreamSupport.stream(secret.at("/spec/data").spliterator(), false)
                .filter(entry -> entry.path("secretKey").asText().equals(key))
                .findFirst()
                .orElseThrow()
                .path("remoteRef");
    }
}
