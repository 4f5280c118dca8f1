import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.SpecificProvisionerApi;
import org.openapitools.client.model.*;

/**
 * Lets a generated client read every kind of answer, good and bad, of every operation of a running service: a field that
 * the client does not know, or misses, ends it. Compiled by .ci/clients against one generated client at a time, each with
 * its own Reading.
 */
public final class EveryAnswer {
    private static final String UNREADABLE = "a: [";

    private final String service;
    private final SpecificProvisionerApi api;
    private final ApiClient client;
    private final String descriptor;
    private final HttpClient http = HttpClient.newHttpClient();
    private int read;

    private EveryAnswer(String service, String descriptor) {
        this.service = service;
        this.client = Reading.client(service);
        this.api = new SpecificProvisionerApi(client);
        this.descriptor = descriptor;
    }

    public static void main(String[] arguments) throws Exception {
        EveryAnswer answers = new EveryAnswer(arguments[0], Files.readString(Path.of(arguments[1])));
        answers.validations();
        answers.tasks();
        answers.refusals();
        System.out.println(answers.read);
    }

    private void validations() throws Exception {
        valid(api.validate(request(descriptor)), true);
        valid(api.validate(request(UNREADABLE)), false);
        // What another system does not hold yet is a notice.
        valid(api.validate(request(descriptor.replace("tableName: invoices", "tableName: nowhere"))), true);
        valid(validation(api.asyncValidate(request(descriptor))), true);
        valid(validation(api.asyncValidate(request(UNREADABLE))), false);
    }

    private void tasks() throws Exception {
        String token = accepted("/v1/provision", request(descriptor));
        end(token, "COMPLETED");
        refused(() -> api.terminateProvisioning(token));
        end(accepted("/v1/updateacl", acl("user:alice")), "COMPLETED");
        end(accepted("/v1/unprovision", request(descriptor)), "COMPLETED");
        end(accepted("/v1/updateacl", acl("user:alice")), "FAILED");
        reversed(accepted("/v1/reverse-provisioning", reverse("invoices")));
        reversed(accepted("/v1/reverse-provisioning", reverse("nowhere")));
    }

    private void refusals() throws Exception {
        refused(() -> api.provision(request(UNREADABLE)));
        refused(() -> api.provision(request(descriptor).descriptorKind(DescriptorKind.DATAPRODUCT_DESCRIPTOR)));
        refused(() -> api.unprovision(request(UNREADABLE)));
        refused(() -> api.updateacl(acl("alice")));
        refused(() -> api.getStatus("none"));
        refused(() -> api.getValidationStatus("none"));
        refused(() -> api.getReverseProvisioningStatus("none"));
        refused(() -> api.terminateProvisioning("none"));
        refused(() -> api.runReverseProvisioning(reverse("").params(java.util.Map.of())));
        refused("POST", "/v1/provision", "application/json", "{");
        refused("POST", "/v1/provision", "text/plain", "x");
        refused("PUT", "/v1/provision", "application/json", "{}");
        refused("POST", "/v1/nowhere", "application/json", "{}");
        refused("POST", "/v1/provision", "application/json", " ".repeat((8 << 20) + 1));
    }

    private void valid(ValidationResult result, boolean valid) {
        check(result.getValid() == valid && (result.getError() == null) == valid, "verdict " + result);
    }

    private ValidationResult validation(String token) throws Exception {
        while (true) {
            ValidationStatus status = api.getValidationStatus(token.replace("\"", ""));
            read++;
            if (!isRunning(status.getStatus())) {
                return status.getInfo().getPublicInfo();
            }
            Thread.sleep(100);
        }
    }

    private void end(String token, String wanted) throws Exception {
        ProvisioningStatus status = api.getStatus(token);
        while (isRunning(status.getStatus())) {
            Thread.sleep(100);
            status = api.getStatus(token);
            read++;
        }
        check(status.getStatus().toString().equals(wanted) && !status.getLogs().isEmpty(), "status " + status);
    }

    private void reversed(String token) throws Exception {
        ReverseProvisioningStatus status = api.getReverseProvisioningStatus(token);
        while (isRunning(status.getStatus())) {
            Thread.sleep(100);
            status = api.getReverseProvisioningStatus(token);
        }
        check(status.getUpdates() != null, "status " + status);
    }

    /** Each document gives rise to enums of its own, of which the word is the same. */
    private static boolean isRunning(Object status) {
        return "RUNNING".equals(status.toString());
    }

    /** The platform's document promises an object with 200 beside the token with 202, so the token is read by hand. */
    private String accepted(String path, Object body) throws Exception {
        HttpResponse<String> answer = send("POST", path, "application/json", Reading.json(client, body));
        check(answer.statusCode() == 202, path + ": " + answer.body());
        return answer.body();
    }

    private interface Call {
        Object make() throws ApiException;
    }

    private void refused(Call call) throws Exception {
        try {
            throw new AssertionError("not refused: " + call.make());
        } catch (ApiException refusal) {
            check(refusal.getCode() == 400, refusal.toString());
            refusal(refusal.getResponseBody());
        }
    }

    private void refused(String method, String path, String type, String body) throws Exception {
        HttpResponse<String> answer = send(method, path, type, body);
        check(answer.statusCode() >= 400 && answer.statusCode() < 500, answer.body());
        refusal(answer.body());
    }

    private void refusal(String body) throws IOException {
        RequestValidationError error = Reading.refusal(client, body);
        check(!error.getErrors().isEmpty() && error.getMoreInfo() != null, body);
    }

    private HttpResponse<String> send(String method, String path, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void check(boolean right, String otherwise) {
        if (!right) {
            throw new AssertionError(otherwise);
        }
        read++;
    }

    private ProvisioningRequest request(String text) {
        return new ProvisioningRequest()
                .descriptorKind(DescriptorKind.COMPONENT_DESCRIPTOR)
                .descriptor(text)
                .removeData(false);
    }

    private UpdateAclRequest acl(String ref) {
        return new UpdateAclRequest()
                .refs(List.of(ref))
                .provisionInfo(new ProvisionInfo().request(descriptor).result(""));
    }

    private static ReverseProvisioningRequest reverse(String table) {
        return new ReverseProvisioningRequest()
                .useCaseTemplateId("urn:dmb:utm:hasura-outputport-template:0.0.0")
                .environment("development")
                .params(java.util.Map.of("technology", "postgres", "schema", "finance", "table", table));
    }
}
