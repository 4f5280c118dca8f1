import java.io.IOException;
import org.openapitools.client.ApiClient;
import org.openapitools.client.model.RequestValidationError;

/** How a client of the JDK's own HTTP client and Jackson is made, and reads. */
final class Reading {
    private Reading() {}

    static ApiClient client(String service) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(service);
        return client;
    }

    static String json(ApiClient client, Object body) throws IOException {
        return client.getObjectMapper().writeValueAsString(body);
    }

    static RequestValidationError refusal(ApiClient client, String body) throws IOException {
        return client.getObjectMapper().readValue(body, RequestValidationError.class);
    }
}
