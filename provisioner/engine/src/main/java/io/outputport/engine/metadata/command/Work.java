package io.outputport.engine.metadata.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.build.Built;
import io.outputport.engine.build.Refresh;
import io.outputport.engine.build.SchemaBuilder;
import io.outputport.engine.build.Stored;
import io.outputport.engine.build.source.Inconsistency;
import io.outputport.engine.metadata.document.Document;
import io.outputport.engine.metadata.document.ExportedForm;
import io.outputport.engine.refusal.Refused;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The copy of the state that one request works on. */
public final class Work {
    private final SchemaBuilder builder;
    private final ExportedForm form;
    private final long version;
    private final boolean builds;
    private final Stored stored;
    private ObjectNode metadata;
    private Built built;

    /**
     * @param start what is stored when the request begins
     * @param metadata what the request may change of it: a {@link Reach} copied it, or nothing is written
     */
    public Work(SchemaBuilder builder, ExportedForm form, State start, ObjectNode metadata) {
        this.builder = builder;
        this.form = form;
        this.version = start.version();
        this.builds = true;
        this.stored = Stored.of(start.metadata());
        this.metadata = metadata;
        this.built = start.built();
    }

    private Work(Work from, boolean builds) {
        this.builder = from.builder;
        this.form = from.form;
        this.version = from.version;
        this.builds = builds;
        this.stored = from.stored;
        this.metadata = from.metadata.deepCopy();
        this.built = from.built;
    }

    /** The resource version at the start of the request. */
    public long version() {
        return version;
    }

    public Document document() {
        return new Document(metadata);
    }

    public Built built() {
        return built;
    }

    public SchemaBuilder builder() {
        return builder;
    }

    public void replace(ObjectNode other) {
        metadata = other;
    }

    /** Builds from the form in which the document will be stored. */
    public void rebuild(Refresh refresh) {
        if (builds) {
            built = builder.build(form.of(metadata, stored), built, refresh, stored);
        }
    }

    /**
     * Builds after a change of one object, and refuses what the change has broken; what was inconsistent before does
     * not count.
     *
     * @param object the name of the changed object, see {@link Inconsistency}
     */
    public void rebuildFor(String object, Refresh refresh) {
        List<Inconsistency> broken = rebuildAndCompare(refresh);
        if (broken.stream().anyMatch(one -> one.name().equals(object))) {
            throw refusedFor(object);
        }
        if (!broken.isEmpty()) {
            throw Refused.badRequest("unexpected", "cannot continue due to new inconsistent metadata")
                    .because(Inconsistency.toJson(broken));
        }
    }

    /** The refusal of an operation whose own object is inconsistent. */
    public Refused refusedFor(String object) {
        List<Inconsistency> own = built.inconsistencies().stream()
                .filter(one -> one.name().equals(object))
                .toList();
        String reasons = own.stream().map(Inconsistency::reason).collect(Collectors.joining(", "));
        return Refused.badRequest("invalid-configuration", reasons).because(Inconsistency.toJson(own));
    }

    /**
     * Builds after a change that no single object stands for.
     *
     * @throws Refused with status 500 when something has become inconsistent
     */
    public void rebuildOrRefuse(Refresh refresh) {
        List<Inconsistency> broken = rebuildAndCompare(refresh);
        if (!broken.isEmpty()) {
            throw Refused.of(500, "unexpected", "cannot continue due to newly found inconsistent metadata")
                    .because(Inconsistency.toJson(broken));
        }
    }

    /** Builds, and gives what is inconsistent now and was not before. */
    public List<Inconsistency> rebuildAndCompare(Refresh refresh) {
        Set<String> before =
                built.inconsistencies().stream().map(Inconsistency::name).collect(Collectors.toSet());
        rebuild(refresh);
        return built.inconsistencies().stream()
                .filter(one -> !before.contains(one.name()))
                .toList();
    }

    /**
     * Builds again after some of what was broken has been taken out.
     *
     * @param broken what the build before has found
     * @return what is still broken of it
     */
    public List<Inconsistency> rebuildAgain(List<Inconsistency> broken) {
        rebuild(Refresh.NONE);
        return built.inconsistencies().stream().filter(broken::contains).toList();
    }

    /** A copy to try a step on. */
    public Work copy() {
        return new Work(this, builds);
    }

    /** A copy on which steps only change the document. */
    public Work withoutBuilds() {
        return new Work(this, false);
    }

    /** Takes over what a copy has done. */
    public void take(Work other) {
        metadata = other.metadata;
        built = other.built;
    }

    public ObjectNode metadata() {
        return metadata;
    }
}
