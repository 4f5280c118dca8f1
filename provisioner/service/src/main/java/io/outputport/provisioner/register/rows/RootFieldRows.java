package io.outputport.provisioner.register.rows;

import io.outputport.provisioner.register.AccessLedger.RoleCall;
import io.outputport.provisioner.register.AccessLedger.RoleOf;
import io.outputport.provisioner.register.AccessLedger.UnsettledRole;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Which roles may hold other root fields than they should, in the columns of the table port_access. */
record RootFieldRows(Handle handle) {
    private static final String NO_TASK_AT_WORK = " not exists (select 1 from task t"
            + " where t.component = port_access.component and t.changes and t.finished_at is null)";

    /** The role is unsettled from now on. */
    void begun(RoleOf role, RoleCall call) {
        handle.createUpdate("""
                        update port_access set fields_role = :role, fields_call = :call where component = :component""")
                .bind("role", role.role())
                .bind("call", call.id())
                .bind("component", role.component())
                .execute();
    }

    boolean isAsSeen(UnsettledRole seen) {
        return handle.createQuery("select count(*) from port_access where component = :component"
                                + " and fields_call = :call and" + NO_TASK_AT_WORK)
                        .bind("component", seen.role().component())
                        .bind("call", seen.call())
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    boolean settle(String component, long call) {
        return handle.createUpdate("""
                                update port_access set fields_settled = fields_call
                                where component = :component and fields_call = :call""")
                        .bind("component", component)
                        .bind("call", call)
                        .execute()
                == 1;
    }

    /**
     * Those that were not looked at for longest; they count as looked at from now on. Of a port that the register does not
     * know there is nothing to find its tables by.
     */
    List<UnsettledRole> unsettled(int most, OffsetDateTime now) {
        List<UnsettledRole> roles = handle.createQuery("""
                        select component, fields_role, fields_call from port_access
                        where fields_call <> fields_settled and exists (select 1 from port p
                            where p.component = port_access.component and (p.closed or p.served is not null)) and"""
                        + NO_TASK_AT_WORK
                        + " order by coalesce(fields_looked, :never), component fetch first :most rows only")
                .bind("never", OffsetDateTime.parse("1970-01-01T00:00:00Z"))
                .bind("most", most)
                .map((row, context) -> new UnsettledRole(
                        new RoleOf(row.getString("fields_role"), row.getString("component")),
                        row.getLong("fields_call")))
                .list();
        roles.forEach(
                role -> handle.createUpdate("update port_access set fields_looked = :now where component = :component")
                        .bind("now", now)
                        .bind("component", role.role().component())
                        .execute());
        return roles;
    }
}
