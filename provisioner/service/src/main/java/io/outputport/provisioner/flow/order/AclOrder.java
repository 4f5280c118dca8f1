package io.outputport.provisioner.flow.order;

import java.util.List;
import java.util.Optional;

/**
 * An {@code UpdateAclRequest} of the Tech Adapter API, nothing of it judged.
 *
 * @param request the descriptor that the component was provisioned with
 * @param accessControlFields a JSON object as text
 */
public record AclOrder(List<String> refs, String request, String result, Optional<String> accessControlFields) {
    public AclOrder {
        refs = List.copyOf(refs);
    }
}
