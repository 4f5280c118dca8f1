package io.outputport.foundation.caller;

import io.outputport.foundation.caller.identity.Caller;
import io.outputport.foundation.caller.identity.Identity;
import io.outputport.foundation.caller.identity.Role;
import io.outputport.foundation.caller.jwt.ClaimPath;
import io.outputport.foundation.caller.jwt.Verdict;
import java.util.Set;

/** What the claims of a valid JWT allow. */
final class JwtRoles {
    private final ClaimPath path;
    private final String readRole;
    private final String writeRole;

    JwtRoles(JwtSettings settings) {
        this.path = new ClaimPath(settings.roleClaim());
        this.readRole = settings.readRole();
        this.writeRole = settings.writeRole();
    }

    Identity caller(Verdict.Valid token) {
        Set<String> held = path.texts(token.claims());
        Role role = held.contains(writeRole) ? Role.WRITE : held.contains(readRole) ? Role.READ : Role.NONE;
        return new Identity.Known(new Caller("jwt " + token.subject(), role));
    }
}
