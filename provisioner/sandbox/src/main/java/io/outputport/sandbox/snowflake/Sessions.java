package io.outputport.sandbox.snowflake;

import io.outputport.engine.http.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The open sessions by their tokens; the oldest goes when there are too many. */
final class Sessions {
    private static final int LIMIT = 1_000;
    private static final Pattern HEADER = Pattern.compile("Snowflake Token=\"([^\"]+)\"");

    private final Supplier<UUID> ids;
    private final Map<String, Session> open = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > LIMIT;
        }
    };

    Sessions(Supplier<UUID> ids) {
        this.ids = ids;
    }

    synchronized String add(Session session) {
        String token = "session-" + ids.get();
        open.put(token, session);
        return token;
    }

    synchronized Optional<Session> of(Request request) {
        return token(request).map(open::get);
    }

    synchronized void end(Request request) {
        token(request).ifPresent(open::remove);
    }

    private static Optional<String> token(Request request) {
        Matcher header = HEADER.matcher(request.header("authorization").orElse(""));
        return header.find() ? Optional.of(header.group(1)) : Optional.empty();
    }
}
