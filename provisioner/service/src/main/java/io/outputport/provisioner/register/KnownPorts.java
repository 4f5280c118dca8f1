package io.outputport.provisioner.register;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.port.KnownPort;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.people.Standing.Registration;
import io.outputport.provisioner.register.AccessLedger.Word;
import io.outputport.provisioner.register.PortRegister.Deployment;
import io.outputport.provisioner.register.PortRegister.RegisteredPort;
import java.util.Optional;

/** What register and ledger together know of a port. */
public record KnownPorts(PortRegister register, AccessLedger ledger) {
    public Outcome<KnownPort> find(String component) {
        return register.find(component)
                .then(entry -> register.tried(component)
                        .map(tried -> new KnownPort(
                                component,
                                entry.map(RegisteredPort::technology),
                                entry.flatMap(RegisteredPort::deployment).map(Deployment::served),
                                tried)));
    }

    /** The newest word counts: what stands in the register was last carried out completely. */
    public Outcome<Standing> standing(String component, People locked) {
        return register.find(component)
                .then(known -> ledger.find(component).map(word -> standing(known, word, locked)));
    }

    private static Standing standing(Optional<RegisteredPort> known, Optional<Word> word, People locked) {
        Registration registration = known.map(entry -> entry.closed() ? Registration.CLOSED : Registration.ALIVE)
                .orElse(Registration.UNKNOWN);
        Optional<People> last = known.flatMap(RegisteredPort::refs).map(People::of);
        return word.map(said -> new Standing(
                        registration,
                        said.asked().or(() -> last),
                        locked,
                        said.locked().flatMap(those -> said.people())))
                .orElseGet(() -> new Standing(registration, last, locked));
    }
}
