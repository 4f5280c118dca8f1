package io.outputport.engine.http;

/** Answers one request. An exception is answered with 500 and one sentence, and is logged. */
@FunctionalInterface
public interface Handler {
    Reply handle(Request request);
}
