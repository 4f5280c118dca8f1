package io.outputport.provisioner.api.live;

import io.micronaut.http.sse.Event;
import io.outputport.provisioner.api.wire.list.TaskEntry;
import io.outputport.provisioner.api.wire.list.TaskPage;
import io.outputport.provisioner.task.list.TaskList;
import io.outputport.provisioner.task.list.TaskQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The tasks that have changed. An event's id is the time of the look, which any replica understands. */
final class TaskChanges {
    /** Clocks of replicas differ, and rows become visible a moment after their time. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    /** Longer ago than this everything is asked for anew. */
    private static final Duration LONGEST_GAP = Duration.ofHours(1);

    private final TaskList tasks;
    private final Optional<String> component;
    private final InstantSource clock;
    private final LastSent<TaskEntry> told = new LastSent<>(TaskEntry::token);
    private Instant last;
    private boolean first = true;

    /** @param since the id of the event that was heard last */
    TaskChanges(TaskList tasks, Optional<String> component, Optional<String> since, InstantSource clock) {
        this.tasks = tasks;
        this.component = component;
        this.clock = clock;
        Instant now = clock.instant();
        this.last = since.filter(id -> id.matches("[0-9]{1,15}"))
                .map(id -> Instant.ofEpochMilli(Long.parseLong(id)))
                .filter(time -> time.isAfter(now.minus(LONGEST_GAP)) && !time.isAfter(now))
                .orElse(now);
    }

    /**
     * One event with all that differs; one called {@code reload} where that is more than a page. The first comes in any case:
     * with it an answer begins, and its caller has an id to come again with.
     */
    List<Event<Object>> look() {
        Instant now = clock.instant();
        List<TaskEntry> found = tasks.list(TaskQuery.changedSince(component, last.minus(OVERLAP))).stream()
                .map(TaskEntry::of)
                .toList();
        last = now;
        List<TaskEntry> changed = told.changed(found);
        if (changed.isEmpty() && !first) {
            return List.of();
        }
        first = false;
        String name = changed.size() < TaskQuery.LARGEST_PAGE ? "tasks" : "reload";
        TaskPage page = new TaskPage(changed, Optional.empty());
        return List.of(Event.<Object>of(page).name(name).id(Long.toString(now.toEpochMilli())));
    }
}
