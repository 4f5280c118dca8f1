package io.outputport.sharing.protocol.refusal;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.sharing.edge.ErrorCode;
import io.outputport.sharing.table.TableProblems;
import java.time.Duration;
import java.util.Map;

/** Problems as answers of the protocol: its codes, and a status that no client repeats in vain. */
public final class Refusals {
    public static final ProblemCode PARAMETER = new ProblemCode("request-parameter");
    public static final ProblemCode BODY = new ProblemCode("request-body");
    public static final ProblemCode NOT_GRANTED = new ProblemCode("share-not-granted");
    public static final ProblemCode TOO_OLD = new ProblemCode("token-too-old");
    public static final ProblemCode NOT_SERVED = new ProblemCode("operation-not-served");

    /** What to do in place of a call that is not served. */
    public static final String WHOLE = "Query the table: POST …/query with an empty object, {}.";

    /** Whatever is not here is about the table, and somebody has to change it. */
    private static final Map<ProblemCode, ErrorCode> CODES = Map.of(
            PARAMETER,
            ErrorCode.INVALID_PARAMETER_VALUE,
            BODY,
            ErrorCode.MALFORMED_REQUEST,
            NOT_GRANTED,
            ErrorCode.RESOURCE_DOES_NOT_EXIST,
            TOO_OLD,
            ErrorCode.UNAUTHENTICATED,
            TableProblems.GONE,
            ErrorCode.RESOURCE_DOES_NOT_EXIST,
            TableProblems.VERSION,
            ErrorCode.INVALID_PARAMETER_VALUE);

    private Refusals() {}

    public static Problem parameter(String message, String hint) {
        return Problem.of(PARAMETER, message, hint);
    }

    /** The same words whatever was asked for: nobody learns which names there are. */
    public static Problem notGranted() {
        return Problem.of(
                NOT_GRANTED, "There is no such share, schema or table, or it is not granted to this recipient.");
    }

    /** Said to whom the share is granted only, so nobody learns from it what there is. */
    public static Problem tooOld() {
        return Problem.of(
                TOO_OLD, "The bearer token is older than this share's provider lets tokens be.", "Activate a new one.");
    }

    /** @param what the call or its part, without a full stop */
    public static Problem notServed(String what, String hint) {
        return Problem.of(NOT_SERVED, what + " is not served by this server.", hint);
    }

    /** @param what the table has that the client did not say it reads, without a full stop */
    public static Problem notAsked(String what, String hint) {
        return Problem.of(NOT_SERVED, what + ", which this client does not say that it reads.", hint);
    }

    /** What was done is its own answer. */
    public static MutableHttpResponse<?> answer(Outcome<? extends MutableHttpResponse<?>> outcome) {
        return outcome.match(done -> done, Refusals::later, problems -> response(problems.get(0)));
    }

    public static MutableHttpResponse<Object> response(Problem problem) {
        return CODES.getOrDefault(problem.code(), ErrorCode.UNSUPPORTED_OPERATION)
                .answer(problem.sentence());
    }

    public static MutableHttpResponse<Object> later(Duration after, Problem problem) {
        return ErrorCode.TEMPORARILY_UNAVAILABLE
                .answer(problem.sentence())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, after.toSeconds())));
    }
}
