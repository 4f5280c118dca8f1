package io.outputport.engine.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.http.Pause;
import java.util.concurrent.atomic.AtomicLong;

/** The settings of a running engine and the counters of what it has done; safe for many threads. */
public final class Control {
    private final Pause pause;
    private final AtomicLong schemaBuilds = new AtomicLong();
    private final AtomicLong metadataWrites = new AtomicLong();
    private final AtomicLong conflicts = new AtomicLong();
    private final AtomicLong introspections = new AtomicLong();
    private final AtomicLong chargedMillis = new AtomicLong();
    private volatile Knobs knobs = Knobs.DEFAULT;

    public Control(Pause pause) {
        this.pause = pause;
    }

    public Knobs knobs() {
        return knobs;
    }

    public synchronized Knobs change(JsonNode change) {
        knobs = knobs.with(change);
        return knobs;
    }

    /** Counts and charges one build of the schema cache. */
    public void built(int tables) {
        schemaBuilds.incrementAndGet();
        charge(knobs.buildMillis() + knobs.buildMillisPerTable() * tables);
    }

    /** Counts and charges one look into a source. */
    public void introspected() {
        introspections.incrementAndGet();
        charge(knobs.introspectionMillisPerSource());
    }

    public void wrote() {
        metadataWrites.incrementAndGet();
    }

    public void conflicted() {
        conflicts.incrementAndGet();
    }

    public ObjectNode stats() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("schemaBuilds", schemaBuilds.get())
                .put("metadataWrites", metadataWrites.get())
                .put("conflicts", conflicts.get())
                .put("introspections", introspections.get())
                .put("chargedMillis", chargedMillis.get());
    }

    private void charge(long millis) {
        if (knobs.sleep()) {
            if (millis > 0) {
                pause.millis(millis);
            }
        } else {
            chargedMillis.addAndGet(millis);
        }
    }
}
