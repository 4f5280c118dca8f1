package io.outputport.provisioner.hasura;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.transport.Reply;
import io.outputport.provisioner.hasura.drift.LeftoverSources;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.metadata.HasuraProblems;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualSource;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.hasura.remote.SourceRemoval;
import io.outputport.provisioner.hasura.wave.BulkStep;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One bulk of drop_source commands with the version that was read: whoever puts a table in first keeps the source. */
final class EmptySourceRemoval implements SourceRemoval {
    private final HasuraClient client;
    private final List<HasuraDialect> dialects;

    EmptySourceRemoval(HasuraClient client, List<HasuraDialect> dialects) {
        this.client = client;
        this.dialects = List.copyOf(dialects);
    }

    @Override
    public Outcome<List<String>> empty() {
        return client.export().map(document -> names(document.actual()));
    }

    @Override
    public Outcome<List<String>> remove(Set<String> names) {
        return client.export().then(document -> remove(document.actual(), names));
    }

    private Outcome<List<String>> remove(ActualMetadata before, Set<String> names) {
        List<MetadataEdit> edits = names(before).stream()
                .filter(names::contains)
                .<MetadataEdit>map(MetadataEdit.RemoveSource::new)
                .toList();
        if (edits.isEmpty()) {
            return Outcome.done(List.of());
        }
        Reply reply = client.bulk(BulkStep.of(edits, before).orElseThrow(), before.resourceVersion());
        return HasuraClient.answer(reply).then(written -> client.export()).then(after -> gone(edits, after.actual()));
    }

    /** What counts is what the metadata show afterwards. */
    private static Outcome<List<String>> gone(List<MetadataEdit> edits, ActualMetadata after) {
        Set<String> left = after.sources().stream().map(ActualSource::name).collect(Collectors.toSet());
        List<String> removed = edits.stream()
                .map(MetadataEdit::source)
                .filter(name -> !left.contains(name))
                .toList();
        return removed.size() == edits.size()
                ? Outcome.done(removed)
                : Outcome.stopped(Problem.of(
                        HasuraProblems.FAILING,
                        "Hasura answered that the sources are gone, but its metadata hold them."));
    }

    private List<String> names(ActualMetadata metadata) {
        return LeftoverSources.everywhere(metadata, dialects).stream()
                .map(ActualSource::name)
                .sorted()
                .toList();
    }
}
