package io.outputport.sandbox.interleaving;

import io.outputport.sandbox.interleaving.Action.Provision;
import io.outputport.sandbox.interleaving.Action.Unprovision;
import io.outputport.sandbox.interleaving.Action.UpdateAcl;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may read one port, and who must, by what the platform sent and how it ended. It knows nothing of how the service
 * works: what was sent later counts more, what is COMPLETED is done, and what FAILED or was stopped is done, half-done or
 * not done. Safe for many threads.
 */
public final class Expectation {
    private final Set<Person> locked;
    private final List<Order> orders = new ArrayList<>();

    /** @param locked who has access as long as the port lives */
    public Expectation(Set<Person> locked) {
        this.locked = Set.copyOf(locked);
    }

    /** Before it is sent, since it may be carried out before its answer is here. */
    public synchronized int send(Action action) {
        orders.add(new Order(action, Optional.empty()));
        return orders.size() - 1;
    }

    public synchronized void ended(int order, Ending ending) {
        orders.set(order, new Order(orders.get(order).action(), Optional.of(ending)));
    }

    /** It is known that what was sent last changed nothing. */
    public synchronized void lastHadNoEffect() {
        orders.remove(orders.size() - 1);
    }

    /** Who must not read now, whatever is under way: was never given access, or was COMPLETED out of it. */
    public synchronized Set<Person> barred() {
        Set<Person> barred = EnumSet.allOf(Person.class);
        for (Order order : orders) {
            if (order.action() instanceof UpdateAcl acl) {
                if (order.isCompleted()) {
                    barred.addAll(EnumSet.allOf(Person.class));
                    barred.removeAll(locked);
                }
                barred.removeAll(acl.people());
            } else if (order.action() instanceof Provision) {
                barred.removeAll(locked);
            } else if (order.isCompleted()) {
                barred.addAll(EnumSet.allOf(Person.class));
            }
        }
        return barred;
    }

    /** What is right when everything has ended. */
    public synchronized Readers settled() {
        Readers readers = Readers.ofNoPort();
        for (Order order : orders) {
            readers = after(readers, order);
        }
        return readers;
    }

    private Readers after(Readers before, Order order) {
        boolean completed = order.isCompleted();
        if (order.action() instanceof UpdateAcl acl) {
            return completed
                    ? before.given(acl.people(), locked)
                    : order.isSuperseded()
                            ? before.taken(acl.people(), locked)
                            : before.perhapsGiven(acl.people(), locked);
        }
        if (order.action() instanceof Provision) {
            return completed ? before.provisioned(locked) : before.perhapsProvisioned(locked);
        }
        if (order.action() instanceof Unprovision) {
            return completed ? Readers.ofNoPort() : before.perhapsRemoved();
        }
        throw new IllegalArgumentException(order.action() + " is nothing that the platform sends");
    }

    private record Order(Action action, Optional<Ending> ending) {
        boolean isSuperseded() {
            return ending.equals(Optional.of(Ending.SUPERSEDED));
        }

        boolean isCompleted() {
            return ending.equals(Optional.of(Ending.COMPLETED));
        }
    }
}
