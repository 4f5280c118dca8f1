package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Reply;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Prometheus gets from a service. */
record Scrape(String text) {
    private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (provisioner_\\S+) (\\S+)$");

    static Scrape of(URI service) {
        Reply reply = Http.to(service).get("/prometheus");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return new Scrape(reply.body());
    }

    /** The sum of the samples of this name that have all these labels, written as {@code name="value"}. */
    double sum(String name, String... labels) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Our own metrics with their kind; a histogram's greatest value, which Micrometer shows beside it, is part of it. */
    Set<String> families() {
        return FAMILY.matcher(text)
                .results()
                .filter(family -> !family.group(1).endsWith("_max"))
                .map(Scrape::named)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String named(MatchResult family) {
        return family.group(1) + " " + family.group(2);
    }
}
