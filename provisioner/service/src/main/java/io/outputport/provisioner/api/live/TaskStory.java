package io.outputport.provisioner.api.live;

import io.micronaut.http.sse.Event;
import io.outputport.provisioner.api.answer.LogLines;
import io.outputport.provisioner.api.wire.list.TaskEntry;
import io.outputport.provisioner.api.wire.status.Log;
import io.outputport.provisioner.task.TaskQueue;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.list.TaskList;
import io.outputport.provisioner.task.list.TaskQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One task, line by line. Lines are only ever added, so an event's id is how many were told. */
final class TaskStory {
    private final TaskQueue queue;
    private final TaskList tasks;
    private final TaskToken token;
    private final LastSent<TaskEntry> told = new LastSent<>(TaskEntry::token);
    private int lines;

    /** @param heard the id of the event that was heard last */
    TaskStory(TaskQueue queue, TaskList tasks, TaskToken token, Optional<String> heard) {
        this.queue = queue;
        this.tasks = tasks;
        this.token = token;
        this.lines = heard.filter(id -> id.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** How it stands after its new lines: a stream that says that a task has ended has told all of it. */
    List<Event<Object>> look() {
        List<TaskEntry> entry =
                tasks.list(TaskQuery.of(token)).stream().map(TaskEntry::of).toList();
        List<Event<Object>> events = new ArrayList<>();
        queue.find(token).map(LogLines::of).ifPresent(log -> events.addAll(newOf(log)));
        told.changed(entry)
                .forEach(task -> events.add(Event.<Object>of(task).name("task").id(id())));
        return events;
    }

    private List<Event<Object>> newOf(List<Log> log) {
        List<Event<Object>> events = new ArrayList<>();
        for (; lines < log.size(); lines++) {
            Log line = log.get(lines);
            events.add(Event.<Object>of(line).name("log").id(Integer.toString(lines + 1)));
        }
        return events;
    }

    private String id() {
        return Integer.toString(lines);
    }
}
