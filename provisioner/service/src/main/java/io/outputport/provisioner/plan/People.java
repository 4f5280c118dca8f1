package io.outputport.provisioner.plan;

import java.util.List;
import java.util.stream.Stream;

/** Who may read a port: users and groups exactly as Witboost writes them, prefix included. */
public record People(List<String> users, List<String> groups) {
    public static final People NOBODY = new People(List.of(), List.of());

    public People {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
    }

    /** These and those, each once. */
    public People and(People others) {
        return new People(joined(users, others.users), joined(groups, others.groups));
    }

    public boolean isNobody() {
        return users.isEmpty() && groups.isEmpty();
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
