package io.outputport.sharing.admin;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.outputport.sharing.edge.ErrorCode;
import io.outputport.sharing.share.Precondition;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a thing as the header ETag has it, and the conditions that callers make of it. */
final class Tags {
    private static final Pattern FORM = Pattern.compile("\"(\\d{1,18})\\.([0-9a-f-]{36})\"");

    private Tags() {}

    static String of(UUID share, long version) {
        return "\"" + version + "." + share + "\"";
    }

    static Precondition condition(HttpRequest<?> request) {
        Optional<String> match = Optional.ofNullable(request.getHeaders().get(HttpHeaders.IF_MATCH));
        Optional<String> noneMatch = Optional.ofNullable(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
        if (match.isPresent() && noneMatch.isPresent()) {
            throw wrong("If-Match and If-None-Match exclude each other; send one of them.");
        }
        if (noneMatch.isPresent()) {
            if (!noneMatch.get().strip().equals("*")) {
                throw wrong("If-None-Match must be *, which means: only when there is none yet.");
            }
            return Precondition.absent();
        }
        return match.map(Tags::matching).orElse(Precondition.none());
    }

    private static Precondition matching(String header) {
        if (header.strip().equals("*")) {
            return Precondition.present();
        }
        Matcher form = FORM.matcher(header.strip());
        if (!form.matches()) {
            throw wrong("If-Match must be * or one ETag as an answer of this server had it, with its quotation marks.");
        }
        try {
            return new Precondition.Version(UUID.fromString(form.group(2)), Long.parseLong(form.group(1)));
        } catch (IllegalArgumentException noId) {
            throw wrong("If-Match is no ETag of this server.");
        }
    }

    private static AdminRefusal wrong(String sentence) {
        return new AdminRefusal(ErrorCode.INVALID_PARAMETER_VALUE, sentence);
    }
}
