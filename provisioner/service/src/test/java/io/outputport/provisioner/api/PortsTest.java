package io.outputport.provisioner.api;

import static io.outputport.provisioner.api.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.TestingServer;
import io.outputport.provisioner.register.PortRegister;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    private static TestingServer server;

    @BeforeAll
    static void start() {
        server = TestingServer.start();
        PortRegister register = server.bean(PortRegister.class);
        register.save(PortRegister.RegisteredPort.closed("urn:a", "hasura"));
        register.save(PortRegister.RegisteredPort.closed("urn:b", "hasura"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void ports_come_page_by_page() throws Exception {
        JsonNode first = json(server.get("/v1/ports?limit=1"));
        JsonNode second =
                json(server.get("/v1/ports?limit=1&after=" + first.path("next").asText()));

        assertThat(first.path("ports").findValuesAsText("component")).containsExactly("urn:a");
        assertThat(second.path("ports").findValuesAsText("component")).containsExactly("urn:b");
        assertThat(json(server.get("/v1/ports")).has("next")).isFalse();
        assertThat(first.path("driftCheck").asText()).isEqualTo("report");
    }

    @Test
    void a_port_is_found_by_its_component_and_by_its_state() throws Exception {
        JsonNode port =
                json(server.get("/v1/ports?component=urn:a&state=closed")).at("/ports/0");

        assertThat(port.path("state").asText()).isEqualTo("CLOSED");
        assertThat(port.path("differences")).isEmpty();
        assertThat(port.path("alert").asBoolean()).isFalse();
        assertThat(port.path("accessUnsettled").asBoolean(true)).isFalse();
        assertThat(port.has("role")).isFalse();
        assertThat(json(server.get("/v1/ports?state=IN_SYNC")).path("ports")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=LOST", "limit=0", "limit=501", "limit=many"})
    void a_wrong_question_is_400_and_names_the_parameter(String query) throws Exception {
        HttpResponse<String> answer = server.get("/v1/ports?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("inputErrorField").asText()).isEqualTo(query.split("=", 2)[0]);
    }
}
