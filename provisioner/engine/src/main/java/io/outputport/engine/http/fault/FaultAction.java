package io.outputport.engine.http.fault;

import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import java.io.IOException;

/** How one fault is carried out on one request. */
@FunctionalInterface
public interface FaultAction {
    void carryOut(Delivery delivery) throws IOException;

    /** What a fault can do with a request. */
    interface Delivery {
        Request request();

        /** Lets the stand-in do its work; gives what it would have answered. */
        Reply effect();

        /** Waits as long as the fault says. */
        void hold();

        void send(Reply reply) throws IOException;

        /** Sends one byte after the other, and waits as long as the fault says before each. */
        void drip(Reply reply) throws IOException;

        /** Ends the connection without an answer. */
        void drop();

        /** Promises an answer, sends half of it and ends the connection. */
        void cut() throws IOException;
    }
}
