package io.outputport.provisioner.api.live;

import io.micronaut.http.sse.Event;
import io.outputport.provisioner.api.wire.list.PortStatus;
import io.outputport.provisioner.api.wire.operator.PortChange;
import io.outputport.provisioner.flow.ports.PortList;
import io.outputport.provisioner.flow.ports.PortQuery;
import io.outputport.provisioner.flow.ports.PortSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ports whose state has changed. The first event holds all of them, so that it can be taken up anywhere. */
final class PortChanges {
    private static final int MOST_PAGES = 20;

    private final PortList ports;
    private final LastSent<PortStatus> told = new LastSent<>(PortStatus::component);
    private boolean first = true;

    PortChanges(PortList ports) {
        this.ports = ports;
    }

    /** Nothing while the register does not answer. */
    List<Event<Object>> look() {
        return all().map(this::differences).orElseGet(List::of);
    }

    private List<Event<Object>> differences(List<PortStatus> found) {
        List<String> gone = told.gone(found);
        List<PortStatus> changed = told.changed(found);
        boolean tells = first || !changed.isEmpty() || !gone.isEmpty();
        first = false;
        return tells ? List.of(Event.<Object>of(new PortChange(changed, gone)).name("ports")) : List.of();
    }

    private Optional<List<PortStatus>> all() {
        List<PortStatus> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            PortQuery query = new PortQuery(Optional.empty(), Optional.empty(), after, PortQuery.LARGEST_PAGE);
            Optional<List<PortSummary>> found =
                    ports.list(query).match(Optional::of, (wait, problem) -> Optional.empty(), no -> Optional.empty());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            found.get().forEach(port -> all.add(PortStatus.of(port)));
            if (found.get().size() < PortQuery.LARGEST_PAGE) {
                break;
            }
            after = Optional.of(all.get(all.size() - 1).component());
        }
        return Optional.of(all);
    }
}
