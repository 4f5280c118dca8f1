package io.outputport.provisioner.descriptor.rule;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.subject.Subject;
import java.util.stream.Stream;

/** One thing to judge. Pure; silent where it lacks what it needs. */
@FunctionalInterface
interface Rule {
    Stream<Problem> check(Subject subject);
}
