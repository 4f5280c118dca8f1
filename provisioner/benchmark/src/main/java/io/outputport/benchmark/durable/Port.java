package io.outputport.benchmark.durable;

/** An output port that has one task. */
record Port(String name) {
    String component() {
        return "urn:dmb:cmp:healthcare:" + name + ":0:hasura-output-port";
    }

    String role() {
        return "healthcare_" + name + "_0_hasuraoutputport_role";
    }

    /** @param sample the body of an updateacl for the sample's port */
    String request(String sample) {
        return sample.replace("healthcare:vaccinations:0", "healthcare:" + name + ":0");
    }
}
