package io.outputport.provisioner.measure;

import io.outputport.foundation.transport.Reply;

/** Another system that the service needs for its work, but not to be reached itself. */
public interface Dependency {
    /** The name by which it is shown, for example {@code role-mapper}. */
    String system();

    /** May take as long as the system lets it; changes nothing there. */
    DependencyState look();

    /**
     * How the system stands.
     *
     * @param reason one sentence without addresses or secrets; empty when all is well
     */
    record DependencyState(HealthLevel status, String reason) {
        public static final DependencyState UP = new DependencyState(HealthLevel.UP, "");

        /** What the answer of a health check says. @param called as a sentence begins with it */
        public static DependencyState of(String called, Reply reply) {
            return reply.match(
                    answer -> answer.isOk() ? UP : down(called + "'s health check answers " + answer.status() + "."),
                    silence -> down(called + " could not be reached: " + silence.sentence() + "."));
        }

        private static DependencyState down(String reason) {
            return new DependencyState(HealthLevel.DOWN, reason);
        }
    }

    /** The names are shown. */
    enum HealthLevel {
        UP,
        /** It answers, and says that something is wrong with it. */
        WARN,
        DOWN,
        /** Nobody has asked it yet, or it is not used. */
        UNKNOWN
    }
}
