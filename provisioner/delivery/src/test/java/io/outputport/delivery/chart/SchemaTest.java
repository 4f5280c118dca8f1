package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.delivery.Repository;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A typing error in a values file is refused by Helm before anything reaches the cluster. Where one puts a list in the place
 * of a map, Helm itself prints a warning first ("cannot overwrite table with non table"); it is about the planted error.
 */
class SchemaTest {
    private static final String REQUIRED =
            "hasura: {url: 'http://hasura:8080'}\nrolemapper: {url: 'http://role-mapper:5002'}\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replica: 2",
                "hasura: {ulr: 'http://hasura:8080'}",
                "hasura: {url: hasura}",
                "hasura: {timeout: soon}",
                "rolemapper: {url: 'jdbc:postgresql://db'}",
                "provisioner: {settings: {VALIDATE_BUGDET: 10s}}",
                "provisioner: {settings: {HASURA_ADMIN_SECRET: s}}",
                "provisioner: {settings: {HASURA_URL: 'http://hasura:8080'}}",
                "provisioner: {basePath: mesh}",
                "taskDatabase: {url: 'jdbc:h2:file:/data/tasks'}",
                "taskDatabase: {secret: {passwordkey: p}}",
                "persistence: {size: big}",
                "persistence: {accessModes: [ReadWrite]}",
                "postgres: {sources: [a]}",
                "postgres: {sources: {a: not-a-variable}}",
                "image: {pullPolicy: Sometimes}",
                "image: {digest: latest}",
                "replicas: 0",
                "replicas: '2'",
                "autoscaling: {targetCPUUtilizationPercentage: 200}",
                "service: {type: Cluster}",
                "service: {port: 70000}",
                "networkPolicy: {egress: {hasura: [8080]}}",
                "networkPolicy: {egress: {hasura: {port: 8080}}}",
                "metrics: {serviceMonitor: {enable: true}}",
                "metrics: {serviceMonitor: {interval: often}}",
                "metrics: {rules: {queueTasks: many}}",
                "metrics: {dashboard: {labels: {a: 1}}}",
                "collector: {endpoint: collector}",
                "collector: {protocol: http/json}",
                "resources: {limit: {memory: 1Gi}}",
                "securityContext: {readOnlyRootFileSystem: true}",
                "readinessProbe: {periodSecond: 5}",
                "extraEnv: [{nane: A}]",
                "podLabels: {a: 1}",
                "sharingServer: {enable: true}",
                "sharingServer: {publicUrl: shares}",
                "sharingServer: {storages: {lake: s3://lake/products}}",
                "sharingServer: {storages: {Lake: {existingClaim: lake}}}",
                "sharingServer: {storages: {rules: {existingClaim: lake}}}",
                "sharingServer: {storages: {lake: {url: 'https://lake'}}}",
                "sharingServer: {storages: {lake: {secretAccessKey: s}}}",
                "sharingServer: {storages: {lake: {existingClaim: l, folder: ../x}}}",
                "sharingServer: {settings: {SHARING_CASH_MEBIBYTES: 64}}",
                "sharingServer: {settings: {SHARING_SIGNING_KEY: s}}",
                "sharingServer: {settings: {SHARING_STORAGE_LAKE: /lake}}",
                "sharingServer: {database: {url: 'jdbc:h2:file:/data/shares'}}",
                "sharingServer: {image: {registry: r}}",
                "sharingServer: {ingress: {path: /}}",
                "sharingServer: {networkPolicy: {enabled: false}}",
                "sharingServer: {networkPolicy: {egress: {storage: [443]}}}",
                "sharingServer: {replicas: 0}"
            })
    void a_typing_error_is_refused(String values) {
        JsonNode all = Chart.merge(Yaml.one(REQUIRED), Yaml.one(values));

        assertThatThrownBy(() -> Chart.render(Yaml.text(all)))
                .hasMessageContaining("values don't meet the specifications of the schema");
    }

    @Test
    void no_object_of_the_schema_is_open_unless_it_says_whose_it_is() {
        List<String> open = new ArrayList<>();
        collectOpen(Yaml.one(Repository.read("helm/values.schema.json")), "", open);

        assertThat(open).isEmpty();
    }

    private static void collectOpen(JsonNode schema, String path, List<String> open) {
        boolean says = schema.has("additionalProperties") || schema.has("description");
        // Parts of Kubernetes' own objects, below one that says so or in a list of them.
        boolean kubernetes = path.matches(".*/(items|appArmorProfile|seLinuxOptions)");
        if (schema.path("type").toString().contains("\"object\"") && !says && !kubernetes) {
            open.add(path);
        }
        schema.properties().forEach(entry -> collectOpen(entry.getValue(), path + "/" + entry.getKey(), open));
    }
}
