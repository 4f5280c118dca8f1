package io.outputport.provisioner.hasura.descriptor;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.SourceRules;
import io.outputport.provisioner.descriptor.subject.SourceSearch;
import io.outputport.provisioner.descriptor.subject.Subject;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a data product's domain may publish the database and schema that its port is served from. */
public final class SourceRight {
    private static final ProblemCode NOT_ALLOWED = new ProblemCode("source-not-allowed");

    private SourceRight() {}

    static Stream<Problem> check(Subject subject, SourceSearch search, SourceRules rules) {
        return subject.product().stream()
                .flatMap(product -> found(search)
                        .flatMap(source -> source.table().stream()
                                .filter(table ->
                                        !rules.mayAllow(product.domain().value(), table))
                                .map(table -> problem(rules, product.domain().value(), table, source.port()))));
    }

    private static Stream<SourceSearch.Source> found(SourceSearch search) {
        return search.find().stream()
                .flatMap(
                        source -> source.match(Stream::of, (after, problem) -> Stream.empty(), none -> Stream.empty()));
    }

    /** The same of the exact names that the database has told. */
    public static Optional<Problem> refusal(
            SourceRules rules, String domain, SourceTable table, SourceOutputPort source) {
        return rules.allow(domain, table) ? Optional.empty() : Optional.of(problem(rules, domain, table, source));
    }

    /** Shown where the descriptor names the schema; where it leaves it to the defaults, at the technology. */
    private static Problem problem(SourceRules rules, String domain, SourceTable table, SourceOutputPort source) {
        var place = Stream.of("schema", "database", "customView")
                .map(source.specific()::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(source.technology());
        return Problem.of(
                        NOT_ALLOWED,
                        "Domain " + Excerpt.quoted(domain) + " may not publish schema " + Excerpt.quoted(table.schema())
                                + " of database " + Excerpt.quoted(table.database()) + " (" + table.technology() + ").",
                        "It may publish " + rules.shown(domain)
                                + ". The operators of this provisioner decide that (SOURCE_RULES).")
                .at(place.path(), place.position());
    }
}
