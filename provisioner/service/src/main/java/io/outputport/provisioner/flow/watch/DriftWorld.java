package io.outputport.provisioner.flow.watch;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.register.PortState;
import io.outputport.provisioner.register.PortWatch;
import io.outputport.provisioner.register.WatchedPort;
import io.outputport.provisioner.task.life.OpenWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a drift check reads of this service itself. */
record DriftWorld(PortWatch watch, OpenWork openWork) {
    /** All ports that there is something to compare with, in the order of their components. */
    Outcome<List<WatchedPort>> living() {
        List<WatchedPort> living = new ArrayList<>();
        return collect(PortWatch.Page.first(), living).map(last -> living);
    }

    private Outcome<Integer> collect(PortWatch.Page page, List<WatchedPort> living) {
        Outcome<List<WatchedPort>> read = watch.ports(page);
        Outcome<Integer> size = read.map(ports -> {
            ports.stream().filter(DriftWorld::isWatched).forEach(living::add);
            return ports.size();
        });
        return size.then(count -> count < page.limit()
                ? Outcome.done(count)
                : read.then(ports -> collect(page.behind(ports.get(count - 1).component()), living)));
    }

    private static boolean isWatched(WatchedPort port) {
        return port.state() != PortState.CLOSED && port.state() != PortState.UNWATCHED;
    }

    Set<String> busy() {
        return openWork.components();
    }
}
