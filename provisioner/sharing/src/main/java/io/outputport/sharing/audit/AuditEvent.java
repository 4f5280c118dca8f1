package io.outputport.sharing.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One call that touched data or access. No token, code, hash or signed address stands in it. */
public record AuditEvent(Instant at, AuditAction action, Origin origin, Subject subject, Ending ending) {
    /**
     * Where a call came from.
     *
     * @param address of the network
     * @param client what it says it is, as its header User-Agent has it
     * @param trace the id of the call's trace
     */
    public record Origin(Actor actor, String address, String client, Optional<String> trace) {}

    /**
     * Who called.
     *
     * @param name of the recipient, or of the operator's caller; fit for a log
     */
    public record Actor(String name, Optional<UUID> recipient, Optional<UUID> credential) {}

    /**
     * What it was about; all empty for a list of shares.
     *
     * @param detail what else has to be known, for example which recipient's tokens were revoked
     */
    public record Subject(
            Optional<String> share, Optional<String> schema, Optional<String> table, Optional<String> detail) {
        public static Subject nothing() {
            return new Subject(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        public static Subject share(String share) {
            return new Subject(Optional.of(share), Optional.empty(), Optional.empty(), Optional.empty());
        }

        public static Subject table(String share, String schema, String table) {
            return new Subject(Optional.of(share), Optional.of(schema), Optional.of(table), Optional.empty());
        }

        public Subject with(String told) {
            return new Subject(share, schema, table, Optional.of(told));
        }
    }

    /**
     * How it ended.
     *
     * @param code the error's, of the protocol or of the admin API
     */
    public record Ending(int status, Optional<String> code, Duration took, Optional<Answered> granted) {}

    /**
     * What may be read with the answer.
     *
     * @param format of the lines, {@code parquet} or {@code delta}
     * @param rows as the table's log counts them; empty where it does not
     */
    public record Answered(String format, long version, long files, Optional<Long> rows, long bytes) {}
}
