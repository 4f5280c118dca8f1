package io.outputport.provisioner.port.people;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who may read a port: users and groups exactly as Witboost writes them, prefix included. */
public record People(List<String> users, List<String> groups) {
    /** What the ref of a user starts with. */
    public static final String USER = "user:";

    /** What the ref of a group starts with. */
    public static final String GROUP = "group:";

    /** More names than this make no line that anybody reads. */
    private static final int MOST_NAMED = 50;

    public static final People NOBODY = new People(List.of(), List.of());

    public People {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
    }

    /** Of texts that are known to be refs. */
    public static People of(List<String> refs) {
        return new People(startingWith(USER, refs), startingWith(GROUP, refs));
    }

    public List<String> refs() {
        return Stream.concat(users.stream(), groups.stream()).toList();
    }

    /** Those of these who are among those, too. */
    public People within(People others) {
        return of(refs().stream().filter(new HashSet<>(others.refs())::contains).toList());
    }

    /** Those of these who are not among those. */
    public People without(People others) {
        Set<String> left = new HashSet<>(others.refs());
        return of(refs().stream().filter(ref -> !left.contains(ref)).toList());
    }

    /** Whether they are the same people, in whatever order. */
    public boolean areThose(People others) {
        return new HashSet<>(refs()).equals(new HashSet<>(others.refs()));
    }

    /** These and those, each once. */
    public People and(People others) {
        return new People(joined(users, others.users), joined(groups, others.groups));
    }

    /** For a sentence: the first of them, and how many more there are. */
    public String named() {
        List<String> refs = refs();
        String others = refs.size() > MOST_NAMED ? " and " + (refs.size() - MOST_NAMED) + " others" : "";
        return String.join(", ", refs.subList(0, Math.min(refs.size(), MOST_NAMED))) + others;
    }

    public boolean isNobody() {
        return users.isEmpty() && groups.isEmpty();
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    private static List<String> startingWith(String prefix, List<String> refs) {
        return refs.stream().filter(ref -> ref.startsWith(prefix)).distinct().toList();
    }
}
