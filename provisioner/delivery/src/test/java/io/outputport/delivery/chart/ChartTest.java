package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import io.outputport.delivery.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample and every switch: linted strictly, and each object is one that the Kubernetes API takes. */
class ChartTest {
    private static final String REQUIRED =
            "hasura: {url: 'http://hasura:8080'}\nrolemapper: {url: 'http://role-mapper:5002'}\n";
    private static final String SHARING =
            "sharingServer: {enabled: true, access: {tokens: {secretName: sharing-tokens}}}\n";
    private static final String TASKS = "taskDatabase: {url: 'jdbc:postgresql://tasks:5432/tasks'}\n";

    /** What each switch looks like when it is thrown. */
    static Stream<String> switches() {
        return Stream.of(
                        "",
                        TASKS + "replicas: 3\n",
                        TASKS + "replicas: 3\npodDisruptionBudget: {maxUnavailable: 25%}\n",
                        TASKS + "autoscaling: {enabled: true}\n",
                        TASKS + "taskDatabase: {secret: {name: tasks-app, userKey: username}}\n",
                        TASKS + "migrationJob: {enabled: true}\n",
                        TASKS
                                + "migrationJob: {enabled: true, secret: {name: owner}}\nextraVolumes: [{name: ca, configMap: {name: ca}}]\n",
                        "access: {tokens: {secretName: t}}\n",
                        "access: {jwt: {jwksUrl: 'https://idp/keys', issuer: i, audience: a, roleClaim: c}}\n",
                        "tls: {secretName: t}\n",
                        "tls: {secretName: t, clientCaSecretName: c}\n",
                        "persistence: {enabled: false}\n",
                        "persistence: {existingClaim: tasks}\n",
                        "persistence: {storageClass: fast, size: 5Gi, keep: false}\n",
                        "postgres: {url: 'jdbc:postgresql://db:5432/a', sources: {a: A_URL, b: B_URL}}\n",
                        "snowflake: {host: a.snowflakecomputing.com, user: U, role: R, warehouse: W, secretName: s}\n",
                        "snowflake: {enabled: false}\n",
                        "provisioner: {basePath: /mesh/, environment: dev, javaOptions: -Xlog:gc}\n",
                        "provisioner: {settings: {MAX_BODY_SIZE: 8388608, VALIDATE_STRICT: true, LOG_FORMAT: text}}\n",
                        "ingress: {enabled: true, className: nginx, host: a.example.com, tlsSecretName: tls}\n",
                        "ingress: {enabled: true, annotations: {a: b}}\n",
                        "httpRoute: {enabled: true, parentRefs: [{name: gateway}], hostnames: [a.example.com]}\n",
                        "networkPolicy: {enabled: true}\n",
                        "networkPolicy: {enabled: true, from: [{podSelector: {}}], egress: {snowflake: null}}\n",
                        "metrics: {serviceMonitor: {enabled: true, interval: 30s, labels: {release: prometheus}}}\n",
                        "metrics: {rules: {enabled: true, labels: {a: b}, job: mesh, oldestTaskSeconds: 60}}\n",
                        "metrics: {dashboard: {enabled: true, annotations: {grafana_folder: Mesh}}}\n",
                        "collector: {endpoint: 'http://c:4317', protocol: grpc}\nnetworkPolicy: {enabled: true}\n",
                        "serviceAccount: {create: false}\n",
                        "serviceAccount: {name: mesh, annotations: {a: b}}\n",
                        "service: {type: NodePort, port: 80, annotations: {a: b}}\n",
                        "image: {repository: r/p, tag: '1.0'}\nlabels: {a: b}\npodLabels: {c: d}\npodAnnotations: {e: f}\n",
                        "readinessProbe: {tcpSocket: {port: 5002}}\nstartupProbe: {initialDelaySeconds: 3}\n",
                        "dockerRegistrySecretName: null\npriorityClassName: high\nnodeSelector: {a: b}\n",
                        "tolerations: [{key: a, operator: Exists}]\naffinity: {nodeAffinity: {}}\n",
                        "topologySpreadConstraints: [{maxSkew: 2, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}]\n",
                        SHARING,
                        SHARING + "networkPolicy: {enabled: true}\nmetrics: {serviceMonitor: {enabled: true}}\n",
                        SHARING
                                + "sharingServer: {database: {url: 'jdbc:postgresql://d:5432/s'}, autoscaling: {enabled: true}, migrationJob: {enabled: true}}\n",
                        SHARING
                                + "sharingServer: {publicUrl: 'https://s.example.com', ingress: {enabled: true, className: nginx, host: s.example.com, tlsSecretName: tls}}\n",
                        SHARING
                                + "sharingServer: {publicUrl: 'https://s.example.com', httpRoute: {enabled: true, parentRefs: [{name: gateway}], hostnames: [s.example.com]}}\n",
                        SHARING
                                + "sharingServer: {storages: {lake: {url: 's3://l/p', region: r, endpoint: 'https://s3', pathStyle: true, timeout: 5}, files: {existingClaim: f}}}\n",
                        SHARING
                                + "sharingServer: {tls: {secretName: t, clientCaSecretName: c}, settings: {SHARING_CACHE_MEBIBYTES: 128, SHARING_OIDC_CORP_ISSUER: 'https://idp'}}\n",
                        "extraEnv: [{name: TZ, value: UTC}]\nextraVolumes: [{name: ca, configMap: {name: ca}}]\n"
                                + "extraVolumeMounts: [{name: ca, mountPath: /ca}]\n")
                .map(thrown -> Yaml.text(Chart.merge(Yaml.one(REQUIRED), last(thrown))));
    }

    static Stream<List<Path>> samples() {
        Path sample = Repository.path("helm/sample");
        Path tenants = sample.resolve("multi-tenant/tenants.yaml");
        return Stream.of(
                List.of(sample.resolve("dev.yaml")),
                List.of(sample.resolve("qa.yaml")),
                List.of(sample.resolve("prod.yaml")),
                List.of(tenants, sample.resolve("multi-tenant/finance.yaml")),
                List.of(tenants, sample.resolve("multi-tenant/healthcare.yaml")));
    }

    @ParameterizedTest
    @MethodSource("switches")
    void every_object_of_every_switch_is_one_of_the_kubernetes_api(String values) {
        List<JsonNode> objects = Chart.renderWithHooks(values);

        assertThat(Chart.has(objects, "Pod")).isTrue();
        assertThat(objects).allSatisfy(ChartTest::isOfTheApi);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_object_of_every_sample_is_one_of_the_kubernetes_api(List<Path> files) {
        assertThat(Chart.renderFiles(files)).isNotEmpty().allSatisfy(ChartTest::isOfTheApi);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void lint_has_nothing_to_say_about_a_sample(List<Path> files, @TempDir Path folder) {
        JsonNode values = Stream.concat(Stream.of(Chart.FOLDER.resolve("values.yaml")), files.stream())
                .map(file -> Yaml.one(Repository.read(file)))
                .reduce(Chart::merge)
                .orElseThrow();
        Chart.copyTo(folder, values);

        LintResult result = new Helm(folder).lint().strict().call();

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    private static void isOfTheApi(JsonNode object) {
        assertThatCode(() -> KubernetesTypes.read(object)).doesNotThrowAnyException();
    }

    /** A switch may name a part twice; the parts are merged, which YAML itself refuses. */
    private static JsonNode last(String thrown) {
        return thrown.lines().map(Yaml::one).reduce(Chart::merge).orElse(Yaml.one("{}"));
    }
}
