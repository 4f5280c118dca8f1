package io.outputport.provisioner.register.rows;

import io.outputport.provisioner.register.AccessLedger.RoleCall;
import io.outputport.provisioner.register.AccessLedger.RoleOf;
import io.outputport.provisioner.register.AccessLedger.Word;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The calls that are at work or may be. */
record RoleCallRows(Handle handle, OffsetDateTime now) {
    /**
     * Who asks again after a call without an answer waits twice as long. And a mark, which may stand for two calls (users,
     * then groups), counts for twice as long as each of them may take; also where the connection broke at once, since the
     * role mapper may work for longer than it would have been waited for.
     */
    private static final int TWICE = 2;
    /** A call that took longer than it was waited for is not nearly over. */
    private static final int AS_LONG_AGAIN = 3;

    private static final Duration LONGEST = Duration.ofHours(3);

    /** What two calls of one role must not do at once. */
    enum RolePart {
        PEOPLE,
        ROOT_FIELDS
    }

    RoleCall mark(RoleOf role, Content content, Optional<Word> word, Duration usual) {
        List<Other> others = others(role, content.part());
        Duration patience = patience(usual, others);
        long id = handle.createUpdate("""
                        insert into role_call (role, component, part, content, patience, over_by)
                        values (:role, :component, :part, :content, :patience, :over)""")
                .bind("role", role.role())
                .bind("component", role.component())
                .bind("part", content.part().name())
                .bind("content", content.hash())
                .bind("patience", patience.toMillis())
                .bind("over", now.plus(patience.multipliedBy(TWICE)))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        Duration overtaken = others.stream()
                .filter(other -> !other.content().equals(content.hash()))
                .map(other -> Duration.between(now, other.overBy()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new RoleCall(id, word, patience, overtaken);
    }

    void delete(RoleCall call) {
        handle.createUpdate("delete from role_call where id = :id")
                .bind("id", call.id())
                .execute();
    }

    void breakOff(RoleCall call, Duration after) {
        Duration more = after.multipliedBy(AS_LONG_AGAIN);
        Duration least = call.patience().multipliedBy(TWICE);
        handle.createUpdate("update role_call set over_by = :over where id = :id")
                .bind("over", now.plus(more.compareTo(least) > 0 ? more : least))
                .bind("id", call.id())
                .execute();
    }

    private static Duration patience(Duration usual, List<Other> others) {
        Duration doubled = others.stream()
                .map(other -> Duration.ofMillis(other.patience()).multipliedBy(TWICE))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        Duration longer = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return longer.compareTo(usual) > 0 ? longer : usual;
    }

    private List<Other> others(RoleOf role, RolePart part) {
        handle.createUpdate("delete from role_call where role = :role and over_by <= :now")
                .bind("role", role.role())
                .bind("now", now)
                .execute();
        return handle.createQuery(
                        "select patience, over_by, content from role_call where role = :role and part = :part")
                .bind("role", role.role())
                .bind("part", part.name())
                .map((row, context) -> new Other(
                        row.getLong("patience"),
                        row.getObject("over_by", OffsetDateTime.class),
                        row.getString("content")))
                .list();
    }

    private record Other(long patience, OffsetDateTime overBy, String content) {}

    /** What a call writes. */
    record Content(RolePart part, List<String> entries) {
        String hash() {
            String text = entries.stream().sorted().distinct().collect(Collectors.joining("\n"));
            return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
        }
    }
}
