package io.outputport.benchmark.scale.contender;

import io.outputport.benchmark.run.HeapUse;
import io.outputport.benchmark.run.Latencies;
import java.time.Duration;
import java.util.Optional;

/**
 * How a contender did.
 *
 * @param ended how many ports ended well
 * @param latencies of those that ended, well or not, counted from the moment all were asked for
 * @param wall until the last one ended, costs included that were charged and not waited for
 * @param heap of its process, where it has one
 * @param remark what a reader has to know about the figures; empty for nothing
 */
public record Deployment(int ended, Latencies latencies, Duration wall, Optional<HeapUse> heap, String remark) {}
