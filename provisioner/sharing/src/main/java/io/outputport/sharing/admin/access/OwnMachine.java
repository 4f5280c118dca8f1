package io.outputport.sharing.admin.access;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a program on this machine calls for itself. */
final class OwnMachine {
    /** Under another name, a page of a foreign site could have had itself looked up as this machine. */
    private static final Pattern OWN_HOST = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    /** Pages in browsers send these, and proxies. */
    private static final List<String> OTHERS =
            List.of(HttpHeaders.ORIGIN, "Sec-Fetch-Site", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via");

    private OwnMachine() {}

    static boolean isCaller(HttpRequest<?> request) {
        Optional<String> host = Optional.ofNullable(request.getHeaders().get(HttpHeaders.HOST));
        return request.getRemoteAddress().getAddress().isLoopbackAddress()
                && host.filter(name -> OWN_HOST.matcher(name).matches()).isPresent()
                && OTHERS.stream().noneMatch(request.getHeaders()::contains);
    }
}
