package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator relies on in the rendered release. */
class DeploymentTest {
    private static final String REQUIRED =
            "hasura: {url: 'http://hasura:8080'}\nrolemapper: {url: 'http://role-mapper:5002'}\n";
    private static final String POSTGRES = REQUIRED + "taskDatabase: {url: 'jdbc:postgresql://tasks:5432/tasks'}\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replicas: 2|An H2 file can be opened by one process only",
                "autoscaling: {enabled: true}|An H2 file can be opened by one process only",
                "image: {registry: old/image}|image.registry named the image of the Python provisioner",
                "migrationJob: {enabled: true}|migrationJob.enabled needs taskDatabase.url",
                "tls: {clientCaSecretName: ca}|tls.clientCaSecretName needs tls.secretName",
                "access: {jwt: {jwksUrl: 'https://idp/keys', issuer: i}}|access.jwt.audience is not set",
                "hasura: {url: null}|hasura.url is not set",
                "rolemapper: {url: null}|rolemapper.url is not set",
                "postgres: {url: 'jdbc:postgresql://db/a'}|postgres.url needs postgres.sources",
                "labels: {app.kubernetes.io/component: x}|labels holds app.kubernetes.io/component, which the chart sets itself",
                "podLabels: {app.kubernetes.io/name: x}|podLabels holds app.kubernetes.io/name, which the chart sets itself",
                "metrics: {serviceMonitor: {labels: {helm.sh/chart: x}}}|metrics.serviceMonitor.labels holds helm.sh/chart",
                "podAnnotations: {checksum/config: x}|podAnnotations holds checksum/config, which the chart sets itself",
                "extraVolumes: [{name: data, emptyDir: {}}]|extraVolumes holds data, which the chart sets itself",
                "fullnameOverride: Mesh.dev|fullnameOverride is \"Mesh.dev\", but names of Services hold lower-case",
                "image: {tag: 1}|image.tag is a number in the values file, where 1.10 and 1.1 are the same"
            })
    void what_cannot_work_is_refused_with_what_to_do(String values, String sentence) {
        JsonNode all = Chart.merge(Yaml.one(REQUIRED), Yaml.one(values));

        assertThatThrownBy(() -> Chart.render(Yaml.text(all))).hasMessageContaining(sentence);
    }

    @Test
    void a_label_that_pods_have_in_both_values_stands_there_once_and_theirs_wins() {
        List<JsonNode> objects =
                Chart.render(REQUIRED + "labels: {team: data, tier: b}\npodLabels: {team: platform}\n");
        JsonNode deployment = Chart.object(objects, "Deployment");

        assertThat(deployment.at("/metadata/labels/team").asText()).isEqualTo("data");
        assertThat(deployment.at("/spec/template/metadata/labels/team").asText())
                .isEqualTo("platform");
        assertThat(deployment.at("/spec/template/metadata/labels/tier").asText())
                .isEqualTo("b");
    }

    @ParameterizedTest
    @CsvSource({
        "mesh.dev, mesh-dev-",
        "2mesh, release-2mesh-",
        "0.1, release-0-1-",
        "a.rather.long.name.of.a.release.with.fifty.characters, a-rather-long-name-of-a-release-with-fifty-c"
    })
    void every_name_of_a_release_makes_names_that_the_cluster_takes(String release, String start) {
        List<JsonNode> objects = Chart.renderAs(
                release,
                POSTGRES + "migrationJob: {enabled: true}\n"
                        + "sharingServer: {enabled: true, access: {tokens: {secretName: t}}, migrationJob: {enabled: true},"
                        + " database: {url: 'jdbc:postgresql://d:5432/s'}}\n");

        assertThat(objects)
                .extracting(object -> object.at("/metadata/name").asText())
                .allSatisfy(name -> assertThat(name).startsWith(start).matches("[a-z]([a-z0-9-]{0,61}[a-z0-9])?"));
    }

    @Test
    void a_tag_that_the_command_line_gives_as_a_number_is_taken_as_it_was_typed() {
        String rendered = new Helm(Chart.FOLDER)
                .template()
                .withKubeVersion("1.31.0")
                .set("hasura.url", "http://hasura:8080")
                .set("rolemapper.url", "http://role-mapper:5002")
                .set("image.tag", 20261130)
                .call();

        assertThat(rendered).contains(":20261130\n");
    }

    @Test
    void one_pod_on_h2_keeps_its_volume_and_is_never_started_twice() {
        List<JsonNode> objects = Chart.render(REQUIRED);
        JsonNode spec = Chart.object(objects, "Deployment").path("spec");

        assertThat(spec.path("replicas").asInt()).isEqualTo(1);
        assertThat(spec.at("/strategy/type").asText()).isEqualTo("Recreate");
        assertThat(Chart.object(objects, "PersistentVolumeClaim")
                        .at("/metadata/annotations")
                        .toString())
                .contains("\"helm.sh/resource-policy\":\"keep\"");
        assertThat(settings(objects).path("TASK_DB_URL").asText()).isEqualTo("jdbc:h2:file:/data/tasks");
        // A budget for one pod would only block the draining of its node.
        assertThat(Chart.has(objects, "PodDisruptionBudget")).isFalse();
    }

    @Test
    void several_pods_on_postgresql_are_rolled_without_a_gap_and_need_no_volume() {
        List<JsonNode> objects = Chart.render(POSTGRES + "replicas: 2\n");
        JsonNode spec = Chart.object(objects, "Deployment").path("spec");

        assertThat(spec.at("/strategy/rollingUpdate/maxUnavailable").asInt(-1)).isZero();
        assertThat(Chart.has(objects, "PodDisruptionBudget")).isTrue();
        assertThat(Chart.has(objects, "PersistentVolumeClaim")).isFalse();
        assertThat(container(objects).path("env").findValuesAsText("name"))
                .contains("TASK_DB_USER", "TASK_DB_PASSWORD");
    }

    @Test
    void the_autoscaler_owns_the_number_of_pods() {
        List<JsonNode> objects = Chart.render(POSTGRES + "autoscaling: {enabled: true}\n");

        assertThat(Chart.object(objects, "Deployment").at("/spec/replicas").isMissingNode())
                .isTrue();
        assertThat(Chart.object(objects, "HorizontalPodAutoscaler").at("/spec/scaleTargetRef/name"))
                .isEqualTo(Chart.object(objects, "Deployment").at("/metadata/name"));
    }

    @Test
    void the_pod_has_no_rights_and_no_token() {
        List<JsonNode> objects = Chart.render(REQUIRED);
        JsonNode pod = Chart.object(objects, "Deployment").at("/spec/template/spec");
        JsonNode rights = container(objects).path("securityContext");

        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(rights.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(rights.path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(rights.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(rights.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
    }

    @Test
    void probes_test_and_routes_follow_the_base_path() {
        List<JsonNode> objects = Chart.render(REQUIRED
                + "provisioner: {basePath: /mesh/hasura/}\ningress: {enabled: true}\n"
                + "httpRoute: {enabled: true, parentRefs: [{name: gateway}]}\n");
        JsonNode container = container(objects);

        assertThat(settings(objects).path("PROVISIONER_BASE_PATH").asText()).isEqualTo("/mesh/hasura");
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/mesh/hasura/health/startup");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/mesh/hasura/health/liveness");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/mesh/hasura/health/readiness");
        assertThat(Chart.object(objects, "Ingress")
                        .at("/spec/rules/0/http/paths/0/path")
                        .asText())
                .isEqualTo("/mesh/hasura");
        assertThat(Chart.object(objects, "HTTPRoute")
                        .at("/spec/rules/0/matches/0/path/value")
                        .asText())
                .isEqualTo("/mesh/hasura");
    }

    @Test
    void tokens_and_certificates_are_folders_that_the_settings_name() {
        List<JsonNode> objects = Chart.renderWithHooks(REQUIRED
                + "access: {tokens: {secretName: t, key: file}}\ntls: {secretName: c, clientCaSecretName: a}\n");
        JsonNode mounts = container(objects).path("volumeMounts");
        JsonNode settings = settings(objects);

        for (String setting :
                List.of("API_TOKENS_FILE", "API_TLS_CERTIFICATE_FILE", "API_TLS_KEY_FILE", "API_TLS_CLIENT_CA_FILE")) {
            String folder = settings.path(setting).asText().replaceAll("/[^/]*$", "");
            assertThat(mounts.findValuesAsText("mountPath")).as(setting).contains(folder);
        }
        // A single file mounted from a Secret would never change.
        assertThat(mounts.findValues("subPath")).isEmpty();
        assertThat(container(objects).at("/readinessProbe/httpGet/scheme").asText())
                .isEqualTo("HTTPS");
        assertThat(settings.path("API_TLS_CLIENT_AUTH").asText()).isEqualTo("want");
        assertThat(Chart.object(objects, "Pod")
                        .at("/spec/containers/0/command/2")
                        .asText())
                .startsWith("https://");
    }

    @Test
    void the_job_changes_tables_before_the_pods_and_the_pods_do_not() {
        List<JsonNode> objects =
                Chart.renderWithHooks(POSTGRES + "migrationJob: {enabled: true, secret: {name: owner, userKey: u}}\n");
        JsonNode job = Chart.object(objects, "Job");
        JsonNode env = job.at("/spec/template/spec/containers/0/env");

        assertThat(job.at("/metadata/annotations").toString()).contains("pre-install,pre-upgrade");
        assertThat(job.at("/spec/template/spec/containers/0/args/0").asText()).isEqualTo("migrate");
        assertThat(env)
                .extracting(variable -> variable.path("name").asText())
                .containsExactly("LOG_FORMAT", "TASK_DB_URL", "TASK_DB_USER", "TASK_DB_PASSWORD");
        assertThat(env.at("/2/valueFrom/secretKeyRef").toString()).isEqualTo("{\"name\":\"owner\",\"key\":\"u\"}");
        assertThat(settings(objects).path("TASK_DB_MIGRATE").asText()).isEqualTo("false");
        // It runs before the release's own objects are there, and is none of the Service's pods.
        assertThat(job.at("/spec/template/spec/serviceAccountName").isMissingNode())
                .isTrue();
        assertThat(job.at("/spec/template/metadata/labels").toString()).contains("\"migration\"");
        assertThat(Chart.has(Chart.renderWithHooks(POSTGRES), "Job")).isFalse();
    }

    @Test
    void a_changed_setting_makes_new_pods_and_numbers_stay_whole() {
        List<JsonNode> before = Chart.render(REQUIRED);
        List<JsonNode> after = Chart.render(REQUIRED + "provisioner: {settings: {MAX_BODY_SIZE: 8388608}}\n");

        assertThat(settings(after).path("MAX_BODY_SIZE").asText()).isEqualTo("8388608");
        assertThat(checksum(after)).isNotEqualTo(checksum(before));
        assertThat(checksum(Chart.render(REQUIRED))).isEqualTo(checksum(before));
    }

    @Test
    void the_selector_is_that_of_the_pods_and_not_of_the_test() {
        List<JsonNode> objects = Chart.render(REQUIRED + "labels: {team: mesh}\n");
        JsonNode selector = Chart.object(objects, "Service").at("/spec/selector");
        JsonNode pods = Chart.object(objects, "Deployment").at("/spec/template/metadata/labels");

        selector.properties()
                .forEach(label -> assertThat(pods.path(label.getKey())).isEqualTo(label.getValue()));
        // Labels may change from release to release, the selector must not.
        assertThat(selector.has("team")).isFalse();
        assertThat(selector.has("app.kubernetes.io/version")).isFalse();
    }

    private static JsonNode container(List<JsonNode> objects) {
        return Chart.object(objects, "Deployment").at("/spec/template/spec/containers/0");
    }

    private static JsonNode settings(List<JsonNode> objects) {
        return Chart.object(objects, "ConfigMap").path("data");
    }

    private static String checksum(List<JsonNode> objects) {
        return Chart.object(objects, "Deployment")
                .at("/spec/template/metadata/annotations/checksum~1config")
                .asText();
    }
}
