package io.outputport.provisioner.descriptor.subject;

import io.outputport.foundation.outcome.Problem;
import java.util.stream.Stream;

/** One thing to judge. Pure; silent where it lacks what it needs. */
@FunctionalInterface
public interface Rule {
    Stream<Problem> check(Subject subject);
}
