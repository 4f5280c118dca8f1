package io.outputport.provisioner.task.run;

/** Throws what a handler with a bug would throw, checked or not. */
final class ScriptedFailure {
    private ScriptedFailure() {}

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <R, X extends Throwable> R raise(Throwable bug) throws X {
        throw (X) bug;
    }
}
