package io.outputport.provisioner.hasura.plan;

import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is done for a port on Hasura. */
public sealed interface HasuraStep extends Step {
    /** One branch for each system that carries steps out. */
    default <R> R matchSystem(
            Function<? super RoleStep, ? extends R> role, Function<? super MetadataStep, ? extends R> metadata) {
        return this instanceof RoleStep it ? role.apply(it) : metadata.apply((MetadataStep) this);
    }

    /** The change of Hasura's metadata, if it is that. */
    default Optional<ChangeHasura> asChange() {
        return this instanceof ChangeHasura it ? Optional.of(it) : Optional.empty();
    }

    /** What the role mapper is told. */
    sealed interface RoleStep extends HasuraStep {
        /** One branch per case, so that a new case breaks the compile of everybody who has to think of it. */
        default <R> R match(
                Function<? super PutRole, ? extends R> putRole,
                Function<? super RepeatRole, ? extends R> repeatRole,
                Function<? super PutAccess, ? extends R> putAccess,
                Function<? super RepeatAccess, ? extends R> repeatAccess) {
            if (this instanceof PutRole it) {
                return putRole.apply(it);
            }
            if (this instanceof RepeatRole it) {
                return repeatRole.apply(it);
            }
            return this instanceof PutAccess it ? putAccess.apply(it) : repeatAccess.apply((RepeatAccess) this);
        }
    }

    /** What is done in Hasura, or looked at there. */
    sealed interface MetadataStep extends HasuraStep {
        /** One branch per case, as above. */
        default <R> R match(
                Function<? super ChangeHasura, ? extends R> change, Function<? super Confirm, ? extends R> confirm) {
            return this instanceof ChangeHasura it ? change.apply(it) : confirm.apply((Confirm) this);
        }
    }

    /**
     * Gives the component's role exactly these root fields in the role mapper; an empty list takes all away.
     *
     * @param lasting false where another such step is to follow, without which the role is not as it should be
     */
    record PutRole(String role, String component, List<String> rootFields, boolean lasting) implements RoleStep {
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
    record RepeatRole(String role, String component, List<String> rootFields, long call) implements RoleStep {
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
    record PutAccess(String role, String component, People asked, People locked) implements RoleStep {
        public People people() {
            return asked.and(locked);
        }

        @Override
        public String phase() {
            return "access";
        }

        @Override
        public String describe() {
            return people().isNobody()
                    ? "Nobody has role " + role
                    : "Role " + role + " is given to " + people().named();
        }
    }

    /** Puts once more what the newest word says, since it is not certain that the role mapper holds it. */
    record RepeatAccess(String role, String component) implements RoleStep {
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
    record ChangeHasura(MetadataChange change, boolean differs, Optional<String> rest) implements MetadataStep {
        public ChangeHasura(MetadataChange change, boolean differs) {
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
    record Confirm(String role, Set<String> queryFields, Set<String> subscriptionFields) implements MetadataStep {
        public Confirm {
            queryFields = Set.copyOf(queryFields);
            subscriptionFields = Set.copyOf(subscriptionFields);
        }

        /** All that the port offers. */
        public static Confirm of(WantedPort port, String role) {
            String stream = port.names().rootFields().get(RootField.SELECT_STREAM);
            Map<Boolean, List<String>> isStream =
                    port.offeredNames().stream().collect(Collectors.partitioningBy(name -> name.equals(stream)));
            return new Confirm(role, Set.copyOf(isStream.get(false)), Set.copyOf(isStream.get(true)));
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
