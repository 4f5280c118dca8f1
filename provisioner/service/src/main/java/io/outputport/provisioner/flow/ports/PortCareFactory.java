package io.outputport.provisioner.flow.ports;

import io.micronaut.context.annotation.Factory;
import io.outputport.provisioner.flow.watch.DriftSettings;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.register.PortRegister;
import io.outputport.provisioner.task.life.RecurringJobs;
import jakarta.inject.Singleton;

@Factory
final class PortCareFactory {
    @Singleton
    PortCare care(PortRegister register, AccessLedger ledger, DriftSettings settings, RecurringJobs jobs) {
        return new PortCare(register, ledger, settings, jobs);
    }
}
