package io.outputport.sharing.tck.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** What became of each case. */
public final class Outcomes implements TestExecutionListener {
    private static final String CASES = "Cases";

    private final List<Ended> ended = Collections.synchronizedList(new ArrayList<>());
    private Optional<TestPlan> plan = Optional.empty();

    /** How a case can end. */
    public enum How {
        PASSED,
        FAILED,
        SKIPPED
    }

    /** @param why empty if it passed */
    public record Ended(String section, String name, How how, String why) {
        @Override
        public String toString() {
            return how + "  " + section + ": " + name + (why.isEmpty() ? "" : "  (" + why + ")");
        }
    }

    public List<Ended> all() {
        return List.copyOf(ended);
    }

    public List<Ended> all(How how) {
        return all().stream().filter(each -> each.how() == how).toList();
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = Optional.of(started);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        add(test, How.SKIPPED, reason);
        // A section that is left out has its cases under it.
        plan.ifPresent(all -> all.getChildren(test).forEach(each -> executionSkipped(each, reason)));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String why = result.getThrowable().map(Outcomes::text).orElse("");
        switch (result.getStatus()) {
            case SUCCESSFUL -> add(test, How.PASSED, "");
            case ABORTED -> add(test, How.SKIPPED, why);
            case FAILED -> failed(test, why);
        }
    }

    /** A section that fails before its cases is told, too. */
    private void failed(TestIdentifier test, String why) {
        if (test.isTest()) {
            add(test, How.FAILED, why);
        } else {
            ended.add(new Ended(section(test), test.getDisplayName(), How.FAILED, why));
        }
    }

    private void add(TestIdentifier test, How how, String why) {
        if (test.isTest()) {
            ended.add(new Ended(section(test), name(test), how, why));
        }
    }

    private static String text(Throwable failed) {
        String message = String.valueOf(failed.getMessage()).strip().replaceAll("\\s+", " ");
        int most = 600;
        return message.length() > most ? message.substring(0, most) + "…" : message;
    }

    private static String name(TestIdentifier test) {
        return test.getDisplayName().replaceAll("\\(.*\\)$", "").replace('_', ' ');
    }

    private static String section(TestIdentifier test) {
        String type = test.getSource()
                .map(source -> source instanceof MethodSource method
                        ? method.getClassName()
                        : source instanceof ClassSource of ? of.getClassName() : "")
                .orElse("");
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return simple.endsWith(CASES) ? simple.substring(0, simple.length() - CASES.length()) : simple;
    }
}
