package io.outputport.provisioner.api.body;

import io.micronaut.http.HttpResponse;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.api.answer.Refusal;
import io.outputport.provisioner.memory.WorkingMemory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/** Begins with a body when memory has room for its copies; whoever waits too long is asked to come again. */
@Singleton
public final class BodyWork {
    private static final ProblemCode BUSY = new ProblemCode("service-busy");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final WorkingMemory memory;

    BodyWork(@Named(WorkingMemory.BODIES) WorkingMemory memory) {
        this.memory = memory;
    }

    public HttpResponse<?> on(byte[] body, Supplier<HttpResponse<?>> work) {
        return memory.<HttpResponse<?>>within(body.length, PATIENCE, work).orElseGet(BodyWork::busy);
    }

    /** Also for a body that was refused while it arrived. */
    public static HttpResponse<?> busy() {
        return Refusal.busy(
                COME_AGAIN,
                Problem.of(BUSY, "Too many large requests are under way.", "Send the request again later."));
    }
}
