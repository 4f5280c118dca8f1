package io.outputport.foundation.caller;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the claims of a valid JWT allow. */
final class JwtRoles {
    private final List<String> path;
    private final String readRole;
    private final String writeRole;

    JwtRoles(JwtSettings settings) {
        this.path = List.of(settings.roleClaim().split("\\."));
        this.readRole = settings.readRole();
        this.writeRole = settings.writeRole();
    }

    Identity caller(JWTClaimsSet claims) {
        Set<String> held = texts(claims.getClaims());
        Role role = held.contains(writeRole) ? Role.WRITE : held.contains(readRole) ? Role.READ : Role.NONE;
        return new Identity.Known(new Caller("jwt " + claims.getSubject(), role));
    }

    /** A list of texts, or one text with spaces between them as in {@code scope}. */
    private Set<String> texts(Map<String, Object> claims) {
        Optional<Object> value = Optional.of(claims);
        for (String step : path) {
            value = value.filter(Map.class::isInstance).map(object -> ((Map<?, ?>) object).get(step));
        }
        Object found = value.orElse("");
        Collection<?> roles = found instanceof Collection<?> several
                ? several
                : List.of(String.valueOf(found).split(" "));
        return roles.stream().map(String::valueOf).collect(Collectors.toSet());
    }
}
