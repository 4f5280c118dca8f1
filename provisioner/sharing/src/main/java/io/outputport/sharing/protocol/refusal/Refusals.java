package io.outputport.sharing.protocol.refusal;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.sharing.protocol.wire.ProtocolError;
import io.outputport.sharing.table.TableProblems;
import java.time.Duration;
import java.util.Map;

/** Problems as answers of the protocol: its codes, and a status that no client repeats in vain. */
public final class Refusals {
    public static final ProblemCode PARAMETER = new ProblemCode("request-parameter");
    public static final ProblemCode BODY = new ProblemCode("request-body");
    public static final ProblemCode NOT_GRANTED = new ProblemCode("share-not-granted");
    public static final ProblemCode NOT_SERVED = new ProblemCode("operation-not-served");

    private static final Kind UNSUPPORTED = new Kind(HttpStatus.BAD_REQUEST, "UNSUPPORTED_OPERATION");
    private static final Kind MISSING = new Kind(HttpStatus.NOT_FOUND, "RESOURCE_DOES_NOT_EXIST");

    /** Whatever is not here is about the table, and somebody has to change it. */
    private static final Map<ProblemCode, Kind> KINDS = Map.of(
            PARAMETER,
            new Kind(HttpStatus.BAD_REQUEST, "INVALID_PARAMETER_VALUE"),
            BODY,
            new Kind(HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST"),
            NOT_GRANTED,
            MISSING,
            TableProblems.GONE,
            MISSING);

    private Refusals() {}

    private record Kind(HttpStatus status, String code) {}

    public static Problem parameter(String message, String hint) {
        return Problem.of(PARAMETER, message, hint);
    }

    /** The same words whatever was asked for: nobody learns which names there are. */
    public static Problem notGranted() {
        return Problem.of(
                NOT_GRANTED, "There is no such share, schema or table, or it is not granted to this recipient.");
    }

    /** @param what the call or its part, without a full stop */
    public static Problem notServed(String what, String hint) {
        return Problem.of(NOT_SERVED, what + " is not served by this server.", hint);
    }

    public static MutableHttpResponse<Object> response(Problem problem) {
        Kind kind = KINDS.getOrDefault(problem.code(), UNSUPPORTED);
        return HttpResponse.<Object>status(kind.status())
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(new ProtocolError(kind.code(), problem.sentence()));
    }

    public static MutableHttpResponse<Object> later(Duration after, Problem problem) {
        return HttpResponse.<Object>status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, after.toSeconds())))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(new ProtocolError("TEMPORARILY_UNAVAILABLE", problem.sentence()));
    }
}
