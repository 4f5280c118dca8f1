package io.outputport.delivery.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.delivery.Repository;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Alerts and dashboard ask for what the service exports, and lead people on. */
class MonitoringTest {
    private static final Pattern ALERT = Pattern.compile("(?m)^### (Provisioner\\w+)$");

    @Test
    void every_alert_says_what_is_wrong_and_leads_to_its_section_of_the_operators_page() {
        Set<String> sections = ALERT.matcher(Repository.read("docs/operations.md"))
                .results()
                .map(section -> section.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(Monitoring.alerts()).hasSizeGreaterThan(5).allSatisfy(alert -> {
            JsonNode words = alert.path("annotations");
            assertThat(words.path("summary").asText()).endsWith(".");
            assertThat(words.path("description").asText()).endsWith(".");
            assertThat(words.path("runbook_url").asText())
                    .startsWith("https://")
                    .endsWith("/docs/operations.md#" + name(alert).toLowerCase(java.util.Locale.ROOT));
            assertThat(alert.at("/labels/severity").asText()).isIn("warning", "critical");
            assertThat(alert.path("for").asText()).isNotEmpty();
        });
        assertThat(sections)
                .isEqualTo(Monitoring.alerts().stream()
                        .map(MonitoringTest::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void alerts_ask_for_metrics_that_the_service_exports() {
        assertThat(Monitoring.exported()).hasSizeGreaterThan(20);
        assertThat(Monitoring.alerts())
                .allSatisfy(alert -> assertAsksForExported(alert.path("expr").asText()));
    }

    @Test
    void the_dashboard_asks_for_metrics_that_the_service_exports() {
        assertThat(Monitoring.questions()).hasSizeGreaterThan(15).allSatisfy(MonitoringTest::assertAsksForExported);
    }

    @Test
    void the_dashboard_shows_every_metric_of_the_operators_page() {
        Set<String> shown = new TreeSet<>();
        Monitoring.questions()
                .forEach(question -> Monitoring.metrics(question).forEach(name -> shown.add(family(name))));

        assertThat(Monitoring.exported())
                .filteredOn(name -> !name.equals("up") && !shown.contains(family(name)))
                .as("metrics of docs/operations.md that no panel of helm/dashboards/provisioner.json shows")
                .isEmpty();
    }

    @Test
    void the_dashboard_is_one_that_grafana_can_load() {
        JsonNode dashboard = Monitoring.dashboard();

        assertThat(dashboard.path("uid").asText()).isNotEmpty();
        assertThat(dashboard.path("schemaVersion").asInt()).isGreaterThan(30);
        assertThat(Monitoring.panels().stream().map(panel -> panel.path("id").asInt()))
                .doesNotHaveDuplicates()
                .doesNotContain(0);
        assertThat(Monitoring.panels())
                .filteredOn(panel -> !panel.path("type").asText().equals("row"))
                .allSatisfy(panel -> {
                    assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
                    assertThat(panel.at("/gridPos/w").asInt()).isBetween(1, 24);
                    assertThat(panel.path("targets")).isNotEmpty();
                });
    }

    @Test
    void prometheus_is_sent_to_where_the_service_answers() {
        List<JsonNode> objects = Monitoring.objects();
        JsonNode monitor = Chart.object(objects, "ServiceMonitor");

        assertThat(monitor.at("/spec/endpoints/0/path").asText()).isEqualTo("/mesh/prometheus");
        assertThat(monitor.at("/spec/endpoints/0/port"))
                .isEqualTo(Chart.object(objects, "Service").at("/spec/ports/0/name"));
        JsonNode service = Chart.object(objects, "Service").at("/metadata/labels");
        monitor.at("/spec/selector/matchLabels")
                .properties()
                .forEach(label -> assertThat(service.path(label.getKey())).isEqualTo(label.getValue()));
    }

    @Test
    void the_network_policy_lets_out_to_a_collector_only_when_there_is_one() {
        String closed = "hasura: {url: 'http://h'}\nrolemapper: {url: 'http://r'}\nnetworkPolicy: {enabled: true}\n";

        assertThat(ports(closed)).contains(8080).doesNotContain(4317, 4318);
        assertThat(ports(closed + "collector: {endpoint: 'http://c:4318'}\n")).contains(8080, 4317, 4318);
        assertThat(ports(closed + "extraEnv: [{name: OTEL_EXPORTER_OTLP_METRICS_ENDPOINT, value: 'http://c:4318'}]\n"))
                .contains(4317, 4318);
        assertThat(ports(closed + "extraEnv: [{name: OTEL_SERVICE_NAME, value: mesh}]\n"))
                .doesNotContain(4317);
    }

    private static List<Integer> ports(String values) {
        return Chart.object(Chart.render(values), "NetworkPolicy").at("/spec/egress").findValues("port").stream()
                .map(JsonNode::asInt)
                .toList();
    }

    private static void assertAsksForExported(String expression) {
        assertThat(Monitoring.metrics(expression)).as(expression).isNotEmpty().isSubsetOf(Monitoring.exported());
    }

    private static String family(String name) {
        return name.replaceAll("_(bucket|count|sum)$", "");
    }

    private static String name(JsonNode alert) {
        return alert.path("alert").asText();
    }
}
