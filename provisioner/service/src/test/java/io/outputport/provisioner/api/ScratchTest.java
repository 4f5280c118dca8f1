package io.outputport.provisioner.api;

import io.outputport.provisioner.TestingServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScratchTest {
    static void show(String what, java.net.http.HttpResponse<String> r) {
        String b = r.body();
        System.out.println("### " + what + " -> " + r.statusCode() + " "
                + r.headers().map() + "\n" + b.substring(0, Math.min(1500, b.length())));
    }

    @Test
    void look() throws Exception {
        long t = System.nanoTime();
        try (TestingServer s = TestingServer.with(Map.of())) {
            System.out.println("started " + (System.nanoTime() - t) / 1000000 + " at " + s.url());
            String ok = "{\"descriptorKind\":\"COMPONENT_DESCRIPTOR\",\"descriptor\":\"a: b\",\"more\":1}";
            for (String b : new String[] {
                ok,
                "",
                "{",
                "[",
                "[]",
                "[1]",
                "null",
                "5",
                "\"x\"",
                "{\"descriptor\":5}",
                "{\"descriptor\":{\"a\":1}}",
                "{\"descriptor\":[1]}",
                "{\"descriptor\":\"x\",\"removeData\":\"yes\"}",
                "{\"descriptor\":\"x\",\"removeData\":7}",
                "{\"descriptor\":\"x\",\"removeData\":{}}",
                "{\"descriptor\":null}",
                ok + "x",
                ok + ok,
                "{\"descriptor\":\"\\ud800\",'a':1}",
                "{\"descriptor\":\"a\nb\"}",
                "{\"descriptor\":true}",
                "{\"descriptor\":\"x\",\"descriptor\":\"y\",\"descriptorKind\":\"K\"}",
                "hello"
            }) {
                show("POST " + b, s.post("/v1/provision", b));
            }
            for (String b : new String[] {
                "{\"refs\":\"a\",\"provisionInfo\":{}}",
                "{\"refs\":[1,null],\"provisionInfo\":{\"request\":\"x\"}}",
                "{\"refs\":[{}],\"provisionInfo\":{\"request\":\"x\"}}",
                "{\"refs\":[],\"provisionInfo\":\"x\"}",
                "{\"refs\":[],\"provisionInfo\":{\"request\":{}}}",
                "{\"refs\":[],\"provisionInfo\":{\"request\":\"a\"},\"accessControlFields\":[]}",
                "{\"refs\":[],\"provisionInfo\":{\"request\":\"a\"},\"accessControlFields\":{\"a\":[null,1.10,12345678901234567890,{}]}}",
                "{\"refs\":[],\"provisionInfo\":{\"request\":\"a\"},\"accessControlFields\":{\"a\":" + "[".repeat(3000)
                        + "]".repeat(3000) + "}}"
            }) {
                show("ACL " + (b.length() > 200 ? "deep" : b), s.post("/v1/updateacl", b));
            }
            System.out.println(s.bean(TestingAdmission.class)
                    .orders
                    .get(s.bean(TestingAdmission.class).orders.size() - 1));
            show(
                    "accept json",
                    s.post("/v1/provision", ok, "Content-Type", "application/json", "Accept", "application/json"));
            show("accept html", s.post("/v1/provision", ok, "Content-Type", "application/json", "Accept", "text/html"));
            show("no ct", s.post("/v1/provision", ok, "Accept", "text/html"));
            show("form ct", s.post("/v1/provision", ok, "Content-Type", "application/x-www-form-urlencoded"));
            show("bad ct", s.post("/v1/provision", ok, "Content-Type", "rubbish"));
            show("xml ct", s.post("/v1/provision", ok, "Content-Type", "application/xml"));
            show("10mb", s.post("/v1/provision", "{\"descriptor\":\"" + "x".repeat(10_000_000) + "\"}"));
            show(
                    "3mb desc",
                    s.post(
                            "/v1/provision",
                            "{\"descriptorKind\":\"K\",\"descriptor\":\"" + "x".repeat(3_000_000) + "\"}"));
            show("404", s.get("/nope"));
            show("405", s.get("/v1/provision"));
            show("501", s.send("DELETE", "/v1/provision/abc", java.net.http.HttpRequest.BodyPublishers.noBody()));
            show("rev", s.post("/v1/reverse-provisioning", "{}"));
            show("tok", s.get("/v1/provision/abc/status"));
            show("tok", s.get("/v1/provision/%22abc%22/status"));
            show("docs", s.get("/docs"));
            show("docs/", s.get("/docs/"));
            show("docs/res", s.get("/docs/res/swagger-ui.css"));
            show("docs/openapi", s.get("/docs/openapi.yml"));
            show("health", s.get("/health"));
            show("health", s.get("/health/readiness"));
            show("health", s.get("/health/liveness"));
            show("v1v", s.post("/v1/validate", ok));
            s.bean(TestingAdmission.class).broken = true;
            show("500", s.post("/v1/provision", ok));
        }
    }
}
