package io.outputport.provisioner.sharing.plan;

import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Step;
import java.util.List;
import java.util.function.Function;

/** What is done for a Delta Sharing port. */
public sealed interface SharingStep extends Step {
    /** One branch per case, so that a new case breaks the compile of everybody who has to think of it. */
    default <R> R match(
            Function<? super PutShare, ? extends R> putShare,
            Function<? super PutGrants, ? extends R> putGrants,
            Function<? super RepeatGrants, ? extends R> repeatGrants,
            Function<? super RemoveShare, ? extends R> removeShare) {
        if (this instanceof PutShare it) {
            return putShare.apply(it);
        }
        if (this instanceof PutGrants it) {
            return putGrants.apply(it);
        }
        return this instanceof RepeatGrants it ? repeatGrants.apply(it) : removeShare.apply((RemoveShare) this);
    }

    /** The share has exactly these tables; a table that stays keeps its id. Only where it is the port's or not there. */
    record PutShare(WantedShare wanted, Owner owner) implements SharingStep {
        @Override
        public String phase() {
            return "share";
        }

        @Override
        public String describe() {
            List<String> names = wanted.tables().stream()
                    .map(ShareTable::shown)
                    .limit(MOST_NAMES)
                    .toList();
            String others = wanted.tables().size() > MOST_NAMES
                    ? " and " + (wanted.tables().size() - MOST_NAMES) + " others"
                    : "";
            return "Share " + wanted.name() + " holds " + String.join(", ", names) + others;
        }
    }

    /**
     * Grants the shares to exactly these people, less those whom a later snapshot has taken them from.
     *
     * @param shares all that the port has: more than one only while it moves from one name to another
     * @param locked who has access whatever a snapshot says
     */
    record PutGrants(List<String> shares, String component, People asked, People locked) implements SharingStep {
        public PutGrants {
            shares = List.copyOf(shares);
        }

        public People people() {
            return asked.and(locked);
        }

        @Override
        public String phase() {
            return "access";
        }

        @Override
        public String describe() {
            String names = String.join(", ", shares);
            return people().isNobody()
                    ? "Nobody may read share " + names
                    : "Share " + names + " is granted to " + people().named();
        }
    }

    /** Grants once more what the newest word says, since it is not certain that the sharing server holds it. */
    record RepeatGrants(List<String> shares, String component) implements SharingStep {
        public RepeatGrants {
            shares = List.copyOf(shares);
        }

        @Override
        public String phase() {
            return "access";
        }

        @Override
        public String describe() {
            return "Share " + String.join(", ", shares) + " is granted to the people of the newest snapshot";
        }
    }

    /** The share is gone, with its grants; data stays. */
    record RemoveShare(String share, Owner owner) implements SharingStep {
        @Override
        public String phase() {
            return "share";
        }

        @Override
        public String describe() {
            return "Share " + share + " is removed; its data stays";
        }
    }

    /** More names than this make no line that anybody reads. */
    int MOST_NAMES = 50;
}
