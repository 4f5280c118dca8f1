package io.outputport.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.flow.admission.Admission;
import io.outputport.provisioner.flow.order.AclOrder;
import io.outputport.provisioner.flow.order.ProvisionOrder;
import io.outputport.provisioner.flow.validation.ValidationOutcome;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Submission;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Admits everything, remembers what it was asked, and refuses or fails when a test says so. */
@Singleton
@Primary
@Requires(property = "testing.api")
public final class TestingAdmission implements Admission {
    /** An order of any kind as its task keeps it: what a snapshot takes away is read from there. */
    private static final String KEPT =
            "{\"descriptorKind\":\"COMPONENT_DESCRIPTOR\",\"descriptor\":\"{}\",\"removeData\":false,\"refs\":[]}";

    public final List<Object> orders = Collections.synchronizedList(new ArrayList<>());
    List<Problem> problems = List.of();
    List<Problem> notices = List.of();
    boolean broken;
    /** A verdict takes until this is open. */
    CountDownLatch gate = new CountDownLatch(0);

    public void reset() {
        orders.clear();
        problems = List.of();
        notices = List.of();
        broken = false;
        gate = new CountDownLatch(0);
    }

    @Override
    public Outcome<Submission> provision(ProvisionOrder order) {
        return admit(Operation.PROVISION, order);
    }

    @Override
    public Outcome<Submission> unprovision(ProvisionOrder order) {
        return admit(Operation.UNPROVISION, order);
    }

    @Override
    public Outcome<Submission> updateAcl(AclOrder order) {
        return admit(Operation.UPDATE_ACL, order);
    }

    @Override
    public Submission validate(ProvisionOrder order) {
        orders.add(order);
        return submission(Operation.VALIDATE);
    }

    @Override
    public Outcome<ValidationOutcome> verdict(ProvisionOrder order) {
        orders.add(order);
        await(gate);
        return Outcome.done(new ValidationOutcome(problems, notices));
    }

    private Outcome<Submission> admit(Operation operation, Object order) {
        orders.add(order);
        if (broken) {
            throw new IllegalStateException("password=hunter2 in an exception");
        }
        return problems.isEmpty() ? Outcome.done(submission(operation)) : Outcome.stopped(problems);
    }

    private static void await(CountDownLatch gate) {
        try {
            assertThat(gate.await(3, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while it worked", stopped);
        }
    }

    private static Submission submission(Operation operation) {
        return new Submission(operation, "urn:dmb:cmp:healthcare:vaccinations:0:hasura", KEPT);
    }
}
