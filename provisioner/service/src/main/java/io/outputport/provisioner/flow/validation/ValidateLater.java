package io.outputport.provisioner.flow.validation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.measure.ValidationMeter;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;

/** The same judgement as {@link Validate}, for callers who come back for it. */
public final class ValidateLater implements TaskHandler {
    private final Validate validate;
    private final ValidationMeter meter;

    public ValidateLater(Validate validate, ValidationMeter meter) {
        this.validate = validate;
        this.meter = meter;
    }

    @Override
    public Operation operation() {
        return Operation.VALIDATE;
    }

    @Override
    public Outcome<TaskResult> handle(Task task, Progress progress) {
        StoredOrder order = StoredOrder.read(task);
        return validate.judge(order.descriptorKind(), order.descriptor()).map(verdict -> result(verdict.toldTo(meter)));
    }

    private static TaskResult result(ValidationOutcome verdict) {
        return new TaskResult(
                verdict.valid() ? "The descriptor is valid." : "The descriptor is not valid.", json(verdict));
    }

    /** {@code ValidationResult} of the Tech Adapter API, with our notices beside it. */
    private static String json(ValidationOutcome verdict) {
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("valid", verdict.valid());
        if (!verdict.valid()) {
            ArrayNode errors = result.putObject("error").putArray("errors");
            verdict.problems().forEach(problem -> errors.add(problem.sentence()));
        }
        ArrayNode notices = result.putArray("notices");
        verdict.notices().forEach(notice -> notices.add(notice.sentence()));
        if (!verdict.valid() || !verdict.notices().isEmpty()) {
            ArrayNode details = result.putArray("details");
            verdict.problems().forEach(problem -> details.add(detail("error", problem)));
            verdict.notices().forEach(notice -> details.add(detail("notice", notice)));
        }
        return result.toString();
    }

    private static ObjectNode detail(String severity, Problem problem) {
        ObjectNode detail = JsonNodeFactory.instance
                .objectNode()
                .put("code", problem.code().id())
                .put("severity", severity)
                .put("message", problem.message());
        problem.path().ifPresent(path -> detail.put("path", path));
        problem.position().ifPresent(where -> detail.put("line", where.line()).put("column", where.column()));
        problem.hint().ifPresent(hint -> detail.put("hint", hint));
        return detail;
    }
}
