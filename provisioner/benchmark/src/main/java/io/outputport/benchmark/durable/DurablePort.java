package io.outputport.benchmark.durable;

/** An output port that has one task. */
public record DurablePort(String name) {
    public String component() {
        return "urn:dmb:cmp:healthcare:" + name + ":0:hasura-output-port";
    }

    public String role() {
        return "healthcare_" + name + "_0_hasuraoutputport_role";
    }

    /** @param sample the body of an updateacl for the sample's port */
    public String request(String sample) {
        return sample.replace("healthcare:vaccinations:0", "healthcare:" + name + ":0");
    }
}
