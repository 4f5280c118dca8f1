package io.outputport.provisioner.reconcile;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.subject.PortNotation;
import io.outputport.provisioner.port.KnownPort;
import io.outputport.provisioner.port.PortRequest;
import io.outputport.provisioner.port.PortTechnology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of ports that are switched on here; the first is that of ports which nobody knows the kind of. */
public record Technologies(List<PortTechnology> all) {
    static final ProblemCode SWITCHED_OFF = new ProblemCode("technology-switched-off");
    static final ProblemCode CHANGED = new ProblemCode("technology-changed");

    public Technologies {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no kind of port is switched on");
        }
    }

    public List<PortNotation> notations() {
        return all.stream().map(PortTechnology::notation).toList();
    }

    /** Of a port that is to be brought to life; stopped where it lives as one of another kind. */
    public Outcome<PortTechnology> of(OutputPortDescriptor descriptor, KnownPort known) {
        return known.isOtherThan(descriptor.technology())
                ? Outcome.stopped(changed(known))
                : named(descriptor.technology());
    }

    /** Of a port that is there: what the register says, else its descriptor. */
    public Outcome<PortTechnology> of(PortRequest request) {
        return request.known()
                .technology()
                .or(request.descriptor()::technology)
                .map(this::named)
                .orElseGet(() -> Outcome.done(all.get(0)));
    }

    public Outcome<PortTechnology> named(String name) {
        return find(name).map(Outcome::done).orElseGet(() -> Outcome.stopped(switchedOff(name)));
    }

    public Optional<PortTechnology> find(String name) {
        return all.stream().filter(technology -> technology.name().equals(name)).findFirst();
    }

    private Problem switchedOff(String name) {
        String on = all.stream().map(PortTechnology::name).collect(Collectors.joining(", "));
        return Problem.of(
                SWITCHED_OFF,
                "The output port is one of technology " + name + ", which is switched off here; switched on is " + on
                        + ".",
                "Have the operators of this provisioner set the address of " + name + ".");
    }

    private static Problem changed(KnownPort known) {
        return Problem.of(
                CHANGED,
                "The output port " + known.component() + " is deployed with technology "
                        + known.technology().orElse("") + ", and a port does not change its technology.",
                "Unprovision it first, or give the new port another id.");
    }
}
