import java.io.IOException;
import org.openapitools.client.ApiClient;
import org.openapitools.client.JSON;
import org.openapitools.client.model.RequestValidationError;

/** How a client of okhttp and gson is made, and reads; gson refuses fields that it does not know, or misses. */
final class Reading {
    private Reading() {}

    static ApiClient client(String service) {
        return new ApiClient().setBasePath(service);
    }

    static String json(ApiClient client, Object body) {
        return JSON.serialize(body);
    }

    static RequestValidationError refusal(ApiClient client, String body) throws IOException {
        return RequestValidationError.fromJson(body);
    }
}
