package io.outputport.sharing.tck.run;

import io.outputport.sharing.tck.cases.Sections;
import java.util.List;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs cases against a server; one server at a time in a process. */
public final class Trials {
    private Trials() {}

    /** @param sections which, by the beginning of their names; all if empty */
    public static synchronized Outcomes run(Trial trial, List<String> sections) {
        TrialExtension.begin(trial);
        Outcomes outcomes = new Outcomes();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Sections.all().stream()
                        .filter(type ->
                                sections.isEmpty() || sections.stream().anyMatch(type.getSimpleName()::startsWith))
                        .map(DiscoverySelectors::selectClass)
                        .toList())
                .build();
        LauncherFactory.create().execute(request, outcomes);
        return outcomes;
    }
}
