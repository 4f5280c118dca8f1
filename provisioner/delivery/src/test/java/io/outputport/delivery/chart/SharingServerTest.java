package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chart's second program: there when it is asked for, and no closer to the first one than it needs to be. */
class SharingServerTest {
    private static final String REQUIRED =
            "hasura: {url: 'http://hasura:8080'}\nrolemapper: {url: 'http://role-mapper:5002'}\n";
    private static final String SERVER =
            "sharingServer: {enabled: true, access: {tokens: {secretName: sharing-tokens}}}\n";
    private static final String NAME = "mesh-hasura-output-port-provisioner-sharing";
    private static final String PROGRAM = "app.kubernetes.io/component";

    @Test
    void it_is_not_there_unless_it_is_asked_for() {
        List<JsonNode> without = Chart.renderWithHooks(REQUIRED);

        assertThat(Chart.sharingServer(without)).isEmpty();
        assertThat(settings(Chart.provisioner(without))).doesNotContainKey("SHARING_URL");
    }

    @Test
    void the_provisioner_finds_it_at_its_service_and_needs_no_hasura_then() {
        List<JsonNode> objects = Chart.render(with("publicUrl: https://shares.example.com"));
        JsonNode service = Chart.object(Chart.sharingServer(objects), "Service");
        Map<String, String> told = settings(Chart.provisioner(objects));

        assertThat(told)
                .containsEntry(
                        "SHARING_URL",
                        "http://" + service.at("/metadata/name").asText() + ":"
                                + service.at("/spec/ports/0/port").asText())
                .containsEntry("SHARING_PUBLIC_URL", "https://shares.example.com")
                .doesNotContainKey("HASURA_URL");
        assertThat(environment(Chart.provisioner(objects))).contains("SHARING_ADMIN_TOKEN");
        assertThat(settings(Chart.provisioner(Chart.render(with("tls: {secretName: sharing-tls}")))))
                .containsEntry("SHARING_URL", "https://" + NAME + ":5003");
    }

    @Test
    void another_sharing_server_that_is_named_wins() {
        Map<String, String> told = settings(Chart.provisioner(
                Chart.render(SERVER + "sharing: {url: 'http://shares.other', publicUrl: 'https://o'}\n")));

        assertThat(told)
                .containsEntry("SHARING_URL", "http://shares.other")
                .containsEntry("SHARING_PUBLIC_URL", "https://o");
    }

    @Test
    void its_pods_have_no_more_rights_than_those_of_the_provisioner() {
        List<JsonNode> objects = Chart.render(REQUIRED + SERVER);
        JsonNode own = pod(Chart.sharingServer(objects));
        JsonNode first = pod(Chart.provisioner(objects));

        for (String rights : List.of(
                "/securityContext",
                "/containers/0/securityContext",
                "/automountServiceAccountToken",
                "/enableServiceLinks")) {
            assertThat(own.at(rights)).as(rights).isEqualTo(first.at(rights));
        }
        assertThat(own.at("/containers/0/securityContext/readOnlyRootFilesystem")
                        .asBoolean())
                .isTrue();
        assertThat(own.path("serviceAccountName")).isNotEqualTo(first.path("serviceAccountName"));
        assertThat(Chart.object(Chart.sharingServer(objects), "ServiceAccount")
                        .path("automountServiceAccountToken")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void it_is_told_nothing_of_hasura_the_role_mapper_and_sources_nor_the_token_that_the_provisioner_shows() {
        List<JsonNode> own = Chart.sharingServer(Chart.renderWithHooks(
                REQUIRED + SERVER + "postgres: {url: 'jdbc:postgresql://db:5432/a', sources: {a: A_URL}}\n"));

        assertThat(settings(own).keySet()).allMatch(name -> name.matches("(SHARING|API)_.*|LOG_FORMAT"));
        assertThat(environment(own)).containsExactly("SHARING_SIGNING_KEY");
        assertThat(own.toString()).doesNotContain("SHARING_ADMIN_TOKEN", "HASURA_", "ROLE_MAPPER");
    }

    @Test
    void only_its_callers_reach_it_and_it_reaches_storage_and_database_only() {
        String closed = REQUIRED + "networkPolicy: {enabled: true, fromNamespaces: [witboost]}\n";
        List<JsonNode> objects = Chart.render(closed + with("networkPolicy: {fromNamespaces: [ingress-nginx]}"));
        JsonNode policy = Chart.object(Chart.sharingServer(objects), "NetworkPolicy");

        assertThat(policy.at("/spec/podSelector/matchLabels").path(PROGRAM).asText())
                .isEqualTo("sharing");
        assertThat(policy.at("/spec/ingress").findValuesAsText(PROGRAM)).containsExactly("test", "provisioner");
        assertThat(policy.at("/spec/ingress").toString())
                .contains("ingress-nginx")
                .doesNotContain("witboost");
        assertThat(ports(policy)).containsExactlyInAnyOrder(53, 53, 443, 443, 5432);
        // And the provisioner's own stays as it is without a second program.
        assertThat(Chart.object(Chart.provisioner(objects), "NetworkPolicy"))
                .isEqualTo(Chart.object(Chart.render(closed), "NetworkPolicy"));
    }

    @Test
    void a_system_that_is_taken_out_is_not_reached_and_a_collector_only_where_there_is_one() {
        String closed = "networkPolicy: {enabled: true}\n" + with("networkPolicy: {egress: {identityProvider: null}}");

        assertThat(ports(Chart.object(Chart.sharingServer(Chart.render(closed)), "NetworkPolicy")))
                .containsExactlyInAnyOrder(53, 53, 443, 5432);
        assertThat(ports(Chart.object(
                        Chart.sharingServer(Chart.render(closed + "collector: {endpoint: 'http://c:4318'}\n")),
                        "NetworkPolicy")))
                .contains(4317, 4318);
    }

    @Test
    void consumers_come_in_by_what_they_need_and_never_to_the_admin_api() {
        List<JsonNode> own = Chart.sharingServer(Chart.render(
                with("publicUrl: https://shares.example.com, ingress: {enabled: true, host: shares.example.com},"
                        + " httpRoute: {enabled: true, parentRefs: [{name: gateway}]}")));

        assertThat(Chart.object(own, "Ingress").at("/spec/rules/0/http/paths").findValuesAsText("path"))
                .containsExactly("/delta-sharing", "/activation", "/files");
        assertThat(Chart.object(own, "HTTPRoute").at("/spec/rules/0/matches").findValuesAsText("value"))
                .containsExactly("/delta-sharing", "/activation", "/files");
    }

    @Test
    void a_bucket_has_settings_and_keys_and_a_volume_is_read_and_never_written() {
        List<JsonNode> own = Chart.sharingServer(Chart.render(with("storages: {lake: {url: 's3://lake/a', region: r,"
                + " pathStyle: false, secretName: lake-keys}, old_files: {existingClaim: old, folder: /a/b/}}")));
        JsonNode pod = pod(own);

        assertThat(settings(own))
                .containsEntry("SHARING_STORAGE_LAKE", "s3://lake/a")
                .containsEntry("SHARING_STORAGE_LAKE_REGION", "r")
                .containsEntry("SHARING_STORAGE_LAKE_PATH_STYLE", "false")
                .containsEntry("SHARING_STORAGE_OLD_FILES", "/storages/old_files/a/b");
        assertThat(environment(own))
                .contains("SHARING_STORAGE_LAKE_ACCESS_KEY_ID", "SHARING_STORAGE_LAKE_SECRET_ACCESS_KEY");
        assertThat(pod.findValuesAsText("key")).contains("SHARING_STORAGE_LAKE_SECRET_ACCESS_KEY");
        assertThat(pod.at("/containers/0/env").toString()).contains("lake-keys");
        JsonNode mount = named(pod.at("/containers/0/volumeMounts"), "storage-old-files");
        assertThat(mount.path("readOnly").asBoolean()).isTrue();
        assertThat(mount.path("mountPath").asText()).isEqualTo("/storages/old_files");
        assertThat(named(pod.path("volumes"), "storage-old-files")
                        .path("persistentVolumeClaim")
                        .toString())
                .isEqualTo("{\"claimName\":\"old\",\"readOnly\":true}");
    }

    @Test
    void one_pod_on_h2_keeps_its_volume_and_several_share_a_database_and_a_signing_key() {
        List<JsonNode> one = Chart.sharingServer(Chart.render(SERVER));
        List<JsonNode> several = Chart.sharingServer(Chart.renderWithHooks(with(
                "replicas: 2, database: {url: 'jdbc:postgresql://d:5432/shares'}, migrationJob: {enabled: true}")));

        assertThat(Chart.object(one, "Deployment").at("/spec/strategy/type").asText())
                .isEqualTo("Recreate");
        assertThat(settings(one)).containsEntry("SHARING_DB_URL", "jdbc:h2:file:/data/shares");
        assertThat(named(pod(one).path("volumes"), "data")
                        .at("/persistentVolumeClaim/claimName")
                        .asText())
                .isEqualTo(NAME);
        assertThat(signingKey(one).path("optional").asBoolean()).isTrue();

        assertThat(Chart.has(several, "PersistentVolumeClaim")).isFalse();
        assertThat(Chart.has(several, "PodDisruptionBudget")).isTrue();
        assertThat(settings(several)).containsEntry("SHARING_DB_MIGRATE", "false");
        assertThat(signingKey(several).path("optional").asBoolean()).isFalse();
        JsonNode job = Chart.object(several, "Job").at("/spec/template");
        assertThat(job.at("/spec/containers/0/env").findValuesAsText("name"))
                .contains("SHARING_DB_URL", "SHARING_DB_USER", "SHARING_DB_PASSWORD");
        assertThat(job.at("/spec/containers/0/image")).isEqualTo(pod(several).at("/containers/0/image"));
        assertThat(job.at("/metadata/labels").path(PROGRAM).asText()).isEqualTo("sharing-migration");
    }

    @Test
    void no_service_policy_or_budget_finds_the_pods_of_the_other_program() {
        String many = "taskDatabase: {url: 'jdbc:postgresql://t:5432/t'}\nreplicas: 2\nnetworkPolicy: {enabled: true}\n"
                + "metrics: {serviceMonitor: {enabled: true}}\n"
                + with("replicas: 2, database: {url: 'jdbc:postgresql://d:5432/s'}");
        List<JsonNode> objects = Chart.render(REQUIRED + many);

        for (List<JsonNode> program : List.of(Chart.provisioner(objects), Chart.sharingServer(objects))) {
            JsonNode pods = Chart.object(program, "Deployment").at("/spec/template/metadata/labels");
            for (String selector : List.of(
                    "Service/spec/selector",
                    "Deployment/spec/selector/matchLabels",
                    "PodDisruptionBudget/spec/selector/matchLabels",
                    "ServiceMonitor/spec/selector/matchLabels",
                    "NetworkPolicy/spec/podSelector/matchLabels")) {
                String kind = selector.substring(0, selector.indexOf('/'));
                JsonNode chosen = Chart.object(program, kind).at(selector.substring(kind.length()));
                assertThat(chosen.path(PROGRAM)).as(selector).isEqualTo(pods.path(PROGRAM));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "access: {tokens: {secretName: null}}|sharingServer.enabled needs sharingServer.access",
                "replicas: 2|set sharingServer.database.url to a PostgreSQL database, or sharingServer.replicas to 1",
                "migrationJob: {enabled: true}|sharingServer.migrationJob.enabled needs sharingServer.database.url",
                "tls: {clientCaSecretName: ca}|sharingServer.tls.clientCaSecretName needs sharingServer.tls.secretName",
                "ingress: {enabled: true}|sharingServer.publicUrl is not set",
                "access: {jwt: {jwksUrl: 'https://idp/keys'}}|sharingServer.access.jwt.issuer is not set",
                "storages: {lake: {region: r}}|sharingServer.storages.lake needs one of url",
                "storages: {lake: {url: 's3://a/b', existingClaim: c}}|sharingServer.storages.lake needs one of url",
                "storages: {lake: {url: 's3://a/b'}}|sharingServer.storages.lake.region is not set",
                "storages: {lake: {existingClaim: c, region: r}}|sharingServer.storages.lake is a volume",
                "storages: {a: {existingClaim: c}}, extraVolumes: [{name: storage-a, emptyDir: {}}]|sharingServer.extraVolumes holds storage-a",
                "image: {tag: 1}|sharingServer.image.tag is a number",
                "podLabels: {app.kubernetes.io/name: x}|sharingServer.podLabels holds app.kubernetes.io/name"
            })
    void what_cannot_work_is_refused_with_what_to_do(String values, String sentence) {
        assertThatThrownBy(() -> Chart.render(with(values))).hasMessageContaining(sentence);
    }

    /** The required values of the server, and more; other values may stand before and behind. */
    private static String with(String more) {
        return Yaml.text(Chart.merge(Yaml.one(SERVER), Yaml.one("sharingServer: {" + more + "}\n")))
                .replace("---\n", "");
    }

    private static JsonNode pod(List<JsonNode> program) {
        return Chart.object(program, "Deployment").at("/spec/template/spec");
    }

    private static Map<String, String> settings(List<JsonNode> program) {
        return Chart.object(program, "ConfigMap").path("data").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, setting -> setting.getValue().asText()));
    }

    private static Set<String> environment(List<JsonNode> program) {
        Set<String> names = new TreeSet<>();
        pod(program)
                .at("/containers/0/env")
                .forEach(variable -> names.add(variable.path("name").asText()));
        return names;
    }

    private static JsonNode signingKey(List<JsonNode> program) {
        return named(pod(program).at("/containers/0/env"), "SHARING_SIGNING_KEY")
                .at("/valueFrom/secretKeyRef");
    }

    private static JsonNode named(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(entry -> entry.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> ports(JsonNode policy) {
        return policy.at("/spec/egress").findValues("port").stream()
                .map(JsonNode::asInt)
                .toList();
    }
}
