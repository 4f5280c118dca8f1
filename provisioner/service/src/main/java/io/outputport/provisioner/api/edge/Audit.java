package io.outputport.provisioner.api.edge;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.outputport.foundation.caller.Callers;
import io.outputport.foundation.caller.identity.Caller;
import io.outputport.foundation.caller.identity.Role;
import io.outputport.provisioner.api.answer.Sentences;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for every request that would change something, whether it was let through or not: who, what, and how it was
 * answered. Neither bodies nor credentials.
 */
@ServerFilter("/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Audit {
    private static final Logger LOG = LoggerFactory.getLogger("audit");
    private static final String CALLER = "provisioner.caller";
    private static final String COMPONENT = "provisioner.component";
    private static final String TASK = "provisioner.task";
    private static final int LONGEST = 300;

    private final ApiPaths paths;

    Audit(ApiPaths paths) {
        this.paths = paths;
    }

    static void isBy(HttpRequest<?> request, Caller caller) {
        request.setAttribute(CALLER, caller.name());
    }

    /** Notes which task a request became, for the line. */
    public static HttpResponse<?> of(String component, String task, HttpResponse<?> response) {
        return response.setAttribute(COMPONENT, component).setAttribute(TASK, task);
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, HttpResponse<?> response) {
        if (paths.needed(request).filter(Role.WRITE::equals).isEmpty()) {
            return;
        }
        String who =
                request.getAttribute(CALLER, String.class).orElseGet(() -> "anonymous " + Callers.address(request));
        String what = request.getMethodName() + " " + shown(paths.path(request));
        String how = response.code() < 400 ? "accepted" : "refused";
        Optional<String> component =
                response.getAttribute(COMPONENT, String.class).map(Audit::shown);
        Optional<String> task = response.getAttribute(TASK, String.class);
        LOG.atInfo()
                .addKeyValue("caller", who)
                .addKeyValue("request", what)
                .addKeyValue("status", response.code())
                .addKeyValue("component", component.orElse(""))
                .addKeyValue("task", task.orElse(""))
                .log(
                        "{} by {} {} with {}{}{}",
                        what,
                        who,
                        how,
                        response.code(),
                        component.map(id -> ", component " + id).orElse(""),
                        task.map(token -> ", task " + token).orElse(""));
    }

    /** Sent by the caller: must not begin a line of its own. */
    private static String shown(String text) {
        return Sentences.clip(text.replaceAll("\\p{Cntrl}", "?"), LONGEST);
    }
}
