package io.outputport.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.TestingServer;
import io.outputport.provisioner.flow.OfflineValidation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The document that the build makes of the code holds all of the Tech Adapter API 2.5.0, written down here by hand. */
class ContractTest {
    private static final String REQUEST_ERROR = "RequestValidationError";
    private static Map<String, Object> document = Map.of();

    @BeforeAll
    static void read() throws Exception {
        try (TestingServer server = TestingServer.start()) {
            document = new Yaml().load(server.get("/docs/openapi.yml").body());
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "post|/v1/provision|provision|ProvisioningRequest|200=ProvisioningStatus,202=string,400=R,500=S",
                "get|/v1/provision/{token}/status|getStatus||200=ProvisioningStatus,400=R,500=S",
                "delete|/v1/provision/{token}|terminateProvisioning||200=ProvisioningStatus,202=,400=R,500=S,501=S",
                "post|/v1/unprovision|unprovision|ProvisioningRequest|200=ProvisioningStatus,202=string,400=R,500=S",
                "post|/v1/updateacl|updateacl|UpdateAclRequest|200=ProvisioningStatus,202=string,400=R,500=S",
                "post|/v1/validate|validate|ProvisioningRequest|200=ValidationResult,500=S",
                "post|/v2/validate|asyncValidate|ProvisioningRequest|202=string,400=R,500=S",
                "get|/v2/validate/{token}/status|getValidationStatus||200=ValidationStatus,400=R,500=S",
                "post|/v1/reverse-provisioning|runReverseProvisioning|ReverseProvisioningRequest"
                        + "|200=ReverseProvisioningStatus,202=string,400=R,500=S",
                "get|/v1/reverse-provisioning/{token}/status|getReverseProvisioningStatus|"
                        + "|200=ReverseProvisioningStatus,400=R,500=S"
            })
    void every_operation_is_there_with_its_body_and_answers(
            String method, String path, String id, String body, String answers) {
        Map<String, Object> operation = at(document, "paths", path, method);

        assertThat(operation.get("operationId")).isEqualTo(id);
        if (body != null) {
            assertThat(schema(at(operation, "requestBody"), "application/json")).isEqualTo(body);
        }
        for (String answer : answers.split(",", -1)) {
            String[] parts = answer.split("=", 2);
            String type = parts[1].equals("R") ? REQUEST_ERROR : parts[1].equals("S") ? "SystemError" : parts[1];
            Map<String, Object> response = at(operation, "responses", parts[0]);
            if (!type.isEmpty()) {
                assertThat(schema(response, "application/json")).as(parts[0]).isEqualTo(type);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tasks", "/v1/ports"})
    void a_list_can_be_asked_for_without_any_parameter(String path) {
        List<Map<String, Object>> parameters = parameters(at(document, "paths", path, "get"));

        assertThat(parameters).hasSize(5).noneMatch(parameter -> Boolean.TRUE.equals(parameter.get("required")));
    }

    @Test
    void what_the_answers_leave_out_unless_asked_can_be_asked_for_everywhere() {
        at(document, "paths")
                .keySet()
                .forEach(path -> at(document, "paths", path)
                        .keySet()
                        .forEach(method -> assertThat(parameters(at(document, "paths", path, method)))
                                .as(method + " " + path)
                                .anyMatch(parameter -> "details".equals(parameter.get("name")))));
    }

    @Test
    void credentials_are_told_of() {
        assertThat(at(document, "components", "securitySchemes", "bearer")).containsEntry("scheme", "bearer");
    }

    @Test
    void the_examples_are_accepted() throws Exception {
        Map<String, Object> request = at(document, "components", "schemas", "ProvisioningRequest", "properties");
        String descriptor = String.valueOf(at(request, "descriptor").get("example"));
        String kind = String.valueOf(at(request, "descriptorKind").get("example"));
        String deployed = String.valueOf(at(document, "components", "schemas", "ProvisionInfo", "properties", "request")
                .get("example"));

        assertThat(kind).isEqualTo("COMPONENT_DESCRIPTOR");
        assertThat(new OfflineValidation(Settings.of(Map.of()))
                        .judge(descriptor)
                        .problems())
                .isEmpty();
        assertThat(deployed).isEqualTo(descriptor);
        Map<String, String> source = Map.of(
                "POSTGRES_URL", "jdbc:postgresql://127.0.0.1:1/sandbox",
                "POSTGRES_USER", "nobody",
                "POSTGRES_PASSWORD", "not-used",
                "POSTGRES_SOURCES", "sandbox=SANDBOX_DATABASE_URL");
        try (TestingServer server = TestingServer.with(source)) {
            for (Map.Entry<String, String> example : Map.of(
                            "/v1/updateacl", "UpdateAclRequest",
                            "/v1/reverse-provisioning", "ReverseProvisioningRequest")
                    .entrySet()) {
                String body = new ObjectMapper().writeValueAsString(example(example.getValue()));

                assertThat(server.post(example.getKey(), body).statusCode())
                        .as(body)
                        .isEqualTo(202);
            }
        }
    }

    /** What a page makes of a schema: an object of the examples of its fields. */
    private static Map<String, Object> example(String name) {
        Map<String, Object> example = new TreeMap<>();
        at(document, "components", "schemas", name, "properties").forEach((field, schema) -> {
            Map<String, Object> told = at(document, "components", "schemas", name, "properties", field);
            Object reference = told.get("$ref");
            example.put(
                    field,
                    reference == null
                            ? told.getOrDefault("example", "object".equals(told.get("type")) ? Map.of() : "string")
                            : example(String.valueOf(reference).replaceFirst(".*/", "")));
        });
        return example;
    }

    @Test
    void no_other_path_is_told() {
        assertThat(at(document, "paths"))
                .hasSize(25)
                .containsKeys("/tasks", "/v1/plan", "/v1/ports", "/v1/sources", "/v1/sources/{name}")
                .containsKeys("/tasks/events", "/tasks/{token}/events", "/v1/ports/events", "/v1/ports/{component}")
                .containsKeys(
                        "/v1/ports/{component}/repair",
                        "/v1/ports/{component}/plan",
                        "/v1/ports/check",
                        "/v1/service",
                        "/v1/figures",
                        "/v1/try");
        assertThat(at(document, "paths", "/v2/validate", "post", "responses")).doesNotContainKey("200");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ProvisioningRequest|descriptorKind*:DescriptorKind,descriptor*:string,latestEnrichedDescriptor:string,"
                        + "removeData*:boolean",
                "UpdateAclRequest|refs*:array,provisionInfo*:ProvisionInfo,accessControlFields:object",
                "ProvisionInfo|request*:string,result*:string",
                "ProvisioningStatus|status*:enum,result*:string,info:Info,logs:array",
                "Info|publicInfo*:object,privateInfo*:object,aclInfo:array",
                "AclInfo|identity*:string,locked*:boolean",
                "Log|timestamp*:string,level*:enum,message*:string,phase:string",
                "ValidationResult|valid*:boolean,error:ValidationError,notices:array,details:array",
                "ValidationError|errors*:array",
                "ValidationStatus|status*:enum,info:ValidationInfo",
                "ValidationInfo|publicInfo*:ValidationResult",
                "RequestValidationError|errors*:array,userMessage:string,input:string,inputErrorField:string,"
                        + "moreInfo:ErrorMoreInfo,details:array",
                "SystemError|error*:string,userMessage:string,input:string,inputErrorField:string,"
                        + "moreInfo:ErrorMoreInfo",
                "ErrorMoreInfo|problems*:array,solutions*:array",
                "ReverseProvisioningRequest|useCaseTemplateId*:string,environment*:string,params:object,"
                        + "catalogInfo:object",
                "ReverseProvisioningStatus|status*:enum,updates*:object,logs:array"
            })
    void every_schema_has_its_fields_and_requires_the_same(String name, String fields) {
        Map<String, Object> schema = at(document, "components", "schemas", name);
        Map<String, String> types = new TreeMap<>();
        Set<String> required = new TreeSet<>();
        for (String field : fields.split(",", -1)) {
            String[] parts = field.split(":", 2);
            String bare = parts[0].replace("*", "");
            types.put(bare, parts[1]);
            if (parts[0].endsWith("*")) {
                required.add(bare);
            }
        }

        Map<String, String> found = new TreeMap<>();
        at(schema, "properties").keySet().forEach(field -> found.put(field, type(at(schema, "properties", field))));

        assertThat(found).isEqualTo(types);
        assertThat(new TreeSet<>(list(schema.getOrDefault("required", List.of()))))
                .isEqualTo(required);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DescriptorKind|DATAPRODUCT_DESCRIPTOR,COMPONENT_DESCRIPTOR,DATAPRODUCT_DESCRIPTOR_WITH_RESULTS",
                "ProvisioningStatus.Status|RUNNING,COMPLETED,FAILED,TERMINATING,TERMINATED",
                "AsyncStatus|RUNNING,COMPLETED,FAILED",
                "Log.Level|DEBUG,INFO,WARNING,ERROR"
            })
    void every_value_of_an_enumeration_is_there(String name, String values) {
        assertThat(list(at(document, "components", "schemas", name).get("enum")))
                .containsExactlyInAnyOrder(values.split(",", -1));
    }

    private static String schema(Map<String, Object> holder, String mediaType) {
        return type(at(holder, "content", mediaType, "schema"));
    }

    /** The schema's name, or {@code enum} for one of those, or the plain type. */
    private static String type(Map<String, Object> schema) {
        if (schema.get("allOf") instanceof List<?> parts && parts.get(0) instanceof Map<?, ?> part) {
            return type(cast(part));
        }
        if (schema.get("$ref") instanceof String reference) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            boolean anonymous =
                    at(document, "components", "schemas", name).containsKey("enum") && !name.equals("DescriptorKind");
            return anonymous ? "enum" : name;
        }
        return String.valueOf(schema.get("type"));
    }

    private static Map<String, Object> at(Map<String, Object> from, String... path) {
        Map<String, Object> place = from;
        for (String step : path) {
            assertThat(place).as("of %s", String.join(" > ", path)).containsKey(step);
            place = cast(place.get(step));
        }
        return place;
    }

    @SuppressWarnings("unchecked") // the document's maps have text keys
    private static Map<String, Object> cast(@Nullable Object map) {
        return (Map<String, Object>) Objects.requireNonNull(map);
    }

    private static List<Map<String, Object>> parameters(Map<String, Object> operation) {
        return ((List<?>) Objects.requireNonNull(operation.get("parameters")))
                .stream().map(ContractTest::cast).toList();
    }

    private static List<String> list(@Nullable Object values) {
        return ((List<?>) Objects.requireNonNull(values))
                .stream().map(String::valueOf).toList();
    }
}
