package io.outputport.foundation.transport;

import java.time.Duration;
import java.util.function.Supplier;

/** Counts the calls to one system by how they were answered, with their length. */
record CallTimes(String system, CallMeter meter) {
    Reply around(Supplier<Reply> call) {
        long begun = System.nanoTime();
        Reply reply = call.get();
        meter.called(system, result(reply), Duration.ofNanos(System.nanoTime() - begun));
        return reply;
    }

    private static String result(Reply reply) {
        return reply.match(
                answer -> answer.status() / 100 + "xx", silence -> silence.timedOut() ? "timeout" : "no_answer");
    }
}
