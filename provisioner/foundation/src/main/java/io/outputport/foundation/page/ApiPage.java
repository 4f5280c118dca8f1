package io.outputport.foundation.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page that shows an API. Its links are relative, so that they hold below a base path and behind a proxy that strips
 * one; that needs the slash at the end of {@code /docs/}. What it links to are static resources.
 */
public final class ApiPage {
    private static final Pattern SCRIPT = Pattern.compile("(?s)<script>(.*?)</script>");

    private final String page;
    private final String policy;

    private ApiPage(String page) {
        this.page = page;
        this.policy = policy(page);
    }

    /** @param path as {@link PackagedFile#text} takes it */
    public static ApiPage of(Class<?> program, String path) {
        return new ApiPage(PackagedFile.text(program, path));
    }

    public HttpResponse<?> answer(HttpRequest<?> request) {
        return request.getPath().endsWith("/")
                ? HttpResponse.ok(page)
                        .contentType(MediaType.TEXT_HTML_TYPE)
                        .header("Content-Security-Policy", policy)
                        .header("X-Frame-Options", "DENY")
                : HttpResponse.temporaryRedirect(URI.create("docs/"));
    }

    /** Nothing from elsewhere, no frame around it, and of scripts in the page only its own, known by their hash. */
    private static String policy(String page) {
        String own = SCRIPT.matcher(page)
                .results()
                .map(script -> " 'sha256-" + hash(script.group(1)) + "'")
                .collect(Collectors.joining());
        return "default-src 'none'; script-src 'self'" + own
                + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static String hash(String script) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
