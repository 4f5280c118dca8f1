package io.outputport.provisioner.hasura.plan;

import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is done for a port on Hasura. */
public sealed interface HasuraStep extends Step {

    /**
     * Gives the component's role exactly these root fields in the role mapper; an empty list takes all away.
     *
     * @param lasting false where another such step is to follow, without which the role is not as it should be
     */
    record PutRole(String role, String component, List<String> rootFields, boolean lasting) implements HasuraStep {
        public PutRole {
            rootFields = List.copyOf(rootFields);
        }

        public PutRole(String role, String component, List<String> rootFields) {
            this(role, component, rootFields, true);
        }

        @Override
        public String phase() {
            return "role";
        }

        @Override
        public String describe() {
            return rootFields.isEmpty()
                    ? "Role " + role + " may use no root field"
                    : "Role " + role + " may use " + String.join(", ", rootFields);
        }
    }

    /**
     * The same for a role that a failed task has left unsettled; nothing where it was written since.
     *
     * @param call the call that wrote it last when it was looked at
     */
    record RepeatRole(String role, String component, List<String> rootFields, long call) implements HasuraStep {
        public RepeatRole {
            rootFields = List.copyOf(rootFields);
        }

        @Override
        public String phase() {
            return "role";
        }

        @Override
        public String describe() {
            return new PutRole(role, component, rootFields).describe();
        }
    }

    /**
     * Gives the role to exactly these people, less those whom a later snapshot has taken it from.
     *
     * @param locked who has it whatever a snapshot says
     */
    record PutAccess(String role, String component, People asked, People locked) implements HasuraStep {
        /** More names than this make no line that anybody reads. */
        private static final int MOST_NAMES = 50;

        public People people() {
            return asked.and(locked);
        }

        @Override
        public String phase() {
            return "access";
        }

        @Override
        public String describe() {
            List<String> refs = people().refs();
            String others = refs.size() > MOST_NAMES ? " and " + (refs.size() - MOST_NAMES) + " others" : "";
            return refs.isEmpty()
                    ? "Nobody has role " + role
                    : "Role " + role + " is given to "
                            + String.join(", ", refs.subList(0, Math.min(refs.size(), MOST_NAMES))) + others;
        }
    }

    /** Puts once more what the newest word says, since it is not certain that the role mapper holds it. */
    record RepeatAccess(String role, String component) implements HasuraStep {
        @Override
        public String phase() {
            return "access";
        }

        @Override
        public String describe() {
            return "Role " + role + " is given to the people of the newest snapshot";
        }
    }

    /**
     * Brings the port's part of Hasura's metadata to what is wanted.
     *
     * @param differs whether the plan has seen that there is something to write; else it is looked for first
     * @param rest what its task goes on with once it is written; empty where it starts again
     */
    record ChangeHasura(PortChange change, boolean differs, Optional<String> rest) implements HasuraStep {
        public ChangeHasura(PortChange change, boolean differs) {
            this(change, differs, Optional.empty());
        }

        public ChangeHasura with(String left) {
            return new ChangeHasura(change, differs, Optional.of(left));
        }

        @Override
        public String phase() {
            return "hasura";
        }

        @Override
        public String describe() {
            return change.describe();
        }
    }

    /** Waits until the role sees these root fields. */
    record Confirm(String role, Set<String> queryFields, Set<String> subscriptionFields) implements HasuraStep {
        public Confirm {
            queryFields = Set.copyOf(queryFields);
            subscriptionFields = Set.copyOf(subscriptionFields);
        }

        @Override
        public String phase() {
            return "confirm";
        }

        @Override
        public String describe() {
            return "Role " + role + " sees " + String.join(", ", new java.util.TreeSet<>(queryFields));
        }
    }
}
