package io.outputport.delivery.chart;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.delivery.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Alerts and dashboard as the chart renders them, and the metrics that docs/operations.md lists. */
final class Monitoring {
    private static final String VALUES = """
            hasura: {url: 'http://hasura:8080'}
            rolemapper: {url: 'http://role-mapper:5002'}
            provisioner: {basePath: /mesh}
            metrics: {rules: {enabled: true}, dashboard: {enabled: true}, serviceMonitor: {enabled: true}}
            """;
    private static final Pattern NAME = Pattern.compile("\\b(?:provisioner_[a-z_]+|up)\\b(?=[{\\[( )]|$)");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(provisioner_[a-z_]+)` \\| (counter|gauge|histogram) \\|");

    private Monitoring() {}

    static List<JsonNode> objects() {
        return Chart.render(VALUES);
    }

    static List<JsonNode> alerts() {
        List<JsonNode> alerts = new ArrayList<>();
        Chart.object(objects(), "PrometheusRule").at("/spec/groups/0/rules").forEach(alerts::add);
        return alerts;
    }

    static JsonNode dashboard() {
        JsonNode found = objects().stream()
                .filter(object -> object.at("/metadata/name").asText().endsWith("-dashboard"))
                .findFirst()
                .orElseThrow();
        return Yaml.one(found.path("data").elements().next().asText());
    }

    static List<JsonNode> panels() {
        List<JsonNode> panels = new ArrayList<>();
        dashboard().path("panels").forEach(panels::add);
        return panels;
    }

    /** What the dashboard asks, with its variables filled in as Grafana does it. */
    static List<String> questions() {
        List<String> questions = new ArrayList<>();
        panels().forEach(panel -> panel.path("targets")
                .forEach(target -> questions.add(target.path("expr")
                        .asText()
                        .replace("$__rate_interval", "5m")
                        .replace("$job", "mesh")
                        .replace("$namespace", "mesh-dev"))));
        return questions;
    }

    /** The metrics in an expression, as Prometheus stores them. */
    static Set<String> metrics(String expression) {
        return NAME.matcher(expression)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the service exports, as docs/operations.md lists it; a story of the sandbox holds that table to a scrape. */
    static Set<String> exported() {
        Set<String> names = new TreeSet<>(Set.of("up"));
        ROW.matcher(Repository.read("docs/operations.md")).results().forEach(row -> {
            if (row.group(2).equals("histogram")) {
                names.addAll(Set.of(row.group(1) + "_bucket", row.group(1) + "_count", row.group(1) + "_sum"));
            } else {
                names.add(row.group(1));
            }
        });
        return names;
    }
}
