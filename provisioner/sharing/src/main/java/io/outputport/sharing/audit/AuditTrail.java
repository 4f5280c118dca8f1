package io.outputport.sharing.audit;

import java.util.List;
import java.util.Optional;

/** What was done, for those who look into it. */
public interface AuditTrail {
    /** @param share only what was about it, whatever the case of its name */
    List<AuditEvent> newest(Optional<String> share, int most);
}
