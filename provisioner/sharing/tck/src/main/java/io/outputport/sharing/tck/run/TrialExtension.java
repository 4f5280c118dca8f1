package io.outputport.sharing.tck.run;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives cases the server, and leaves out those that are about what it does not offer. */
public final class TrialExtension implements ParameterResolver, ExecutionCondition {
    /** One for a process, as JUnit makes extensions by itself. */
    private static volatile Optional<Trial> current = Optional.empty();

    static void begin(Trial trial) {
        current = Optional.of(trial);
    }

    private static Trial trial() {
        return current.orElseThrow(() -> new IllegalStateException("no server is tried"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Trial.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return trial();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getElement()
                .flatMap(element -> AnnotationSupport.findAnnotation(element, Needs.class))
                .flatMap(TrialExtension::missing)
                .map(offer -> ConditionEvaluationResult.disabled("--without " + offer.option()))
                .orElseGet(() -> ConditionEvaluationResult.enabled("offered"));
    }

    private static Optional<Offer> missing(Needs needs) {
        return Arrays.stream(needs.value())
                .filter(offer -> !trial().offers(offer))
                .findFirst();
    }
}
