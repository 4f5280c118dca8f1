package io.outputport.sandbox.story;

import io.outputport.sandbox.interleaving.Action;
import io.outputport.sandbox.interleaving.Action.Provision;
import io.outputport.sandbox.interleaving.Action.Unprovision;
import io.outputport.sandbox.interleaving.Action.UpdateAcl;
import io.outputport.sandbox.interleaving.Ending;
import io.outputport.sandbox.interleaving.Person;
import io.outputport.sandbox.interleaving.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at a port when all faults are over and all work has ended: who reads it must be right then, and whatever was left
 * half-done must become right by being sent once more.
 */
final class Aftermath {
    private static final int MOST_TIMES = 10;

    private final Audit audit;
    private final Set<Person> locked;

    Aftermath(Audit audit, Set<Person> locked) {
        this.audit = audit;
        this.locked = Set.copyOf(locked);
    }

    /** What was wrong; empty when nothing was. */
    Optional<String> of(PortLife port) {
        List<String> wrong = new ArrayList<>();
        if (!port.becomesCertain()) {
            wrong.add("it is never certain who has access, although everything answers again");
        }
        Set<Person> before = look(port, "when all had ended", wrong);
        complete(port, new Provision(false), wrong);
        Set<Person> after = look(port, "after one more provision", wrong);
        if (!port.expectation().settled().fitAfterProvision(before, after, locked)) {
            wrong.add(before + " read before one more provision, " + after + " after it");
        }
        complete(port, new UpdateAcl(Set.of(Person.ALICE, Person.DAVE)), wrong);
        look(port, "after one more snapshot", wrong);
        complete(port, new Unprovision(), wrong);
        look(port, "after its removal", wrong);
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", wrong));
    }

    private Set<Person> look(PortLife port, String when, List<String> wrong) {
        Readers right = port.expectation().settled();
        Set<Person> seen = audit.readers(port);
        port.tell(when + ", " + seen + " read");
        if (!right.fit(seen)) {
            wrong.add(seen + " read " + when + ", but right is " + right);
        }
        return seen;
    }

    /**
     * Nothing is in its way any more, but for what an earlier call that got no answer may still do; so it may FAIL in words,
     * and is sent again then.
     */
    private static void complete(PortLife port, Action action, List<String> wrong) {
        Ending ending = port.carryOut(action);
        for (int again = 1; again < MOST_TIMES && ending == Ending.FAILED; again++) {
            ending = port.carryOut(action);
        }
        if (ending != Ending.COMPLETED) {
            wrong.add(action + " ended " + ending + " although everything answers again");
        }
    }
}
