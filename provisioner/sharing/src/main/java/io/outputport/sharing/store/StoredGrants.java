package io.outputport.sharing.store;

import io.outputport.sharing.recipient.RecipientKind;
import io.outputport.sharing.recipient.RecipientTerms;
import io.outputport.sharing.share.Grants;
import io.outputport.sharing.share.NameRule;
import io.outputport.sharing.share.Precondition;
import io.outputport.sharing.share.UnknownRecipients;
import io.outputport.sharing.share.Written;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The snapshots of grants: in one transaction the old one goes and the new one comes. */
@Singleton
final class StoredGrants {
    private record GrantedShare(UUID share, String name, long version) {}

    private final Statements statements;
    private final StoredRecipients recipients;

    StoredGrants(Statements statements, StoredRecipients recipients) {
        this.statements = statements;
        this.recipients = recipients;
    }

    Optional<Grants> of(String share) {
        return statements.read(handle -> snapshot(handle, share).map(found -> grants(handle, found)));
    }

    Written<Grants> put(String share, Set<String> names, Precondition condition) {
        return statements.change(handle -> {
            StoredShares.lock(handle, share);
            Optional<GrantedShare> before = snapshot(handle, share);
            if (before.isEmpty()) {
                return new Written.Missing<>();
            }
            if (!condition.holds(before.map(it -> new Precondition.Version(it.share(), it.version())))) {
                return new Written.Changed<>();
            }
            replace(handle, before.get().share(), ids(handle, names));
            return new Written.Stored<>(grants(handle, snapshot(handle, share).orElseThrow()), false);
        });
    }

    private static void replace(Handle handle, UUID share, Set<UUID> wanted) {
        Set<UUID> there =
                new HashSet<>(handle.createQuery("select recipient_id from share_grant where share_id = :share")
                        .bind("share", share)
                        .mapTo(UUID.class)
                        .list());
        if (there.equals(wanted)) {
            return;
        }
        each(
                handle,
                "delete from share_grant where share_id = :share and recipient_id = :id",
                share,
                less(there, wanted));
        each(
                handle,
                "insert into share_grant (share_id, recipient_id) values (:share, :id)",
                share,
                less(wanted, there));
        handle.createUpdate("update share set grants_version = grants_version + 1 where id = :share")
                .bind("share", share)
                .execute();
    }

    private static void each(Handle handle, String statement, UUID share, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch(statement);
        ids.forEach(id -> rows.bind("share", share).bind("id", id).add());
        rows.execute();
    }

    private static Set<UUID> less(Set<UUID> some, Set<UUID> others) {
        Set<UUID> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    /** In the order of their names, so that two snapshots that make the same recipients do not wait for each other. */
    private Set<UUID> ids(Handle handle, Set<String> names) {
        Map<String, String> byKey = new TreeMap<>();
        names.forEach(name -> byKey.put(NameRule.key(name), name));
        Set<UUID> found = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        byKey.forEach((key, name) -> id(handle, name).ifPresentOrElse(found::add, () -> unknown.add(name)));
        if (!unknown.isEmpty()) {
            throw new UnknownRecipients(unknown);
        }
        return found;
    }

    private Optional<UUID> id(Handle handle, String name) {
        return StoredRecipients.find(handle, name)
                .map(known -> known.id())
                .or(() -> madeByItself(name).map(kind -> recipients.insert(handle, name, kind, RecipientTerms.USUAL)));
    }

    private static Optional<RecipientKind> madeByItself(String name) {
        if (RecipientKind.isUser(name)) {
            return Optional.of(RecipientKind.USER);
        }
        return RecipientKind.isGroup(name) ? Optional.of(RecipientKind.GROUP) : Optional.empty();
    }

    private static Optional<GrantedShare> snapshot(Handle handle, String share) {
        return handle.createQuery("select id, name, grants_version from share where name_key = :name")
                .bind("name", NameRule.key(share))
                .map((row, context) -> new GrantedShare(
                        row.getObject("id", UUID.class), row.getString("name"), row.getLong("grants_version")))
                .findOne();
    }

    private static Grants grants(Handle handle, GrantedShare of) {
        List<String> names = handle.createQuery("""
            select r.name from share_grant g join recipient r on r.id = g.recipient_id
            where g.share_id = :share order by r.name_key\
            """)
                .bind("share", of.share())
                .mapTo(String.class)
                .list();
        return new Grants(of.share(), of.name(), of.version(), names);
    }
}
