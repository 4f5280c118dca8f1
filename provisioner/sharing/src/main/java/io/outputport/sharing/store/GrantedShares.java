package io.outputport.sharing.store;

import io.outputport.sharing.recipient.Principal;
import io.outputport.sharing.recipient.RecipientKind;
import io.outputport.sharing.share.NameRule;
import io.outputport.sharing.share.Share;
import io.outputport.sharing.share.Shares;
import io.outputport.sharing.store.known.VersionedMemory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/**
 * What is granted is asked in one statement with what is there, so that neither the answer nor the time tells one from the
 * other. A suspended group gives nothing.
 */
@Singleton
final class GrantedShares implements Shares {
    private static final String GRANTS = """
        from share_grant g join recipient r on r.id = g.recipient_id
            where g.share_id = s.id and not r.suspended
                and (r.id = :recipient or (r.kind = 'GROUP' and r.name_key in (<groups>)))\
        """;
    private static final String GRANTED = "exists (select 1 " + GRANTS + ")";
    /** The recipient's own grant before that of a group, the same each time. */
    private static final String GRANTEE =
            "select r.id " + GRANTS + " order by case when r.id = :recipient then 0 else 1 end, r.id limit 1";
    /** In place of no groups at all, for which SQL has no list: no recipient is called so. */
    private static final List<String> NOBODY = List.of("");

    private final Statements statements;
    private final VersionedMemory<Asked, Granted> known = new VersionedMemory<>(System::nanoTime);
    private final VersionedMemory<Grant, Grant> grants = new VersionedMemory<>(System::nanoTime);

    private record Asked(UUID recipient, Set<String> groups, String share) {}

    private record Grant(UUID share, UUID grantee) {}

    GrantedShares(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Optional<Granted> granted(Principal principal, String share) {
        Asked asked = new Asked(principal.recipient(), principal.groups(), NameRule.key(share));
        return known.get(asked, statements.access().ofThisCall(), () -> read(principal, share));
    }

    private Optional<Granted> read(Principal principal, String share) {
        return statements.read(handle -> ShareRows.granted(
                handle, GRANTEE, query -> bound(query, principal).bind("name", NameRule.key(share))));
    }

    @Override
    public boolean isGranted(UUID share, UUID grantee) {
        Grant grant = new Grant(share, grantee);
        return grants.get(grant, statements.access().ofThisCall(), () -> read(grant))
                .isPresent();
    }

    private Optional<Grant> read(Grant grant) {
        return statements.read(handle -> handle.createQuery("""
            select 1 from share_grant g join recipient r on r.id = g.recipient_id
            where g.share_id = :share and g.recipient_id = :grantee and not r.suspended\
            """)
                .bind("share", grant.share())
                .bind("grantee", grant.grantee())
                .map((row, context) -> grant)
                .findOne());
    }

    @Override
    public List<Share> granted(Principal principal) {
        return statements.read(handle -> ShareRows.where(handle, GRANTED, query -> bound(query, principal)));
    }

    private static Query bound(Query query, Principal principal) {
        List<String> groups = principal.groups().stream()
                .map(group -> NameRule.key(RecipientKind.GROUP_PREFIX + group))
                .toList();
        return query.bind("recipient", principal.recipient()).bindList("groups", groups.isEmpty() ? NOBODY : groups);
    }
}
