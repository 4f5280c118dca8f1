package io.outputport.provisioner.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.PortPlan;
import io.outputport.provisioner.task.TaskResult;
import java.util.stream.Stream;

/** {@code Info} of the Tech Adapter API: what the platform is told of a port beside a sentence. */
final class PortInfo {
    /** Of an operation that leaves nothing to tell. */
    static final String NOTHING = "{\"publicInfo\":{},\"privateInfo\":{},\"aclInfo\":[]}";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PortInfo() {}

    static TaskResult of(PortPlan.Result result, People locked) {
        return new TaskResult(
                result.sentence(),
                info(result.publicInfo(), result.privateInfo(), locked).toString());
    }

    /** Tells nothing but who is locked. */
    static String locked(People locked) {
        return info(JSON.objectNode(), JSON.objectNode(), locked).toString();
    }

    private static ObjectNode info(ObjectNode publicInfo, ObjectNode privateInfo, People locked) {
        ObjectNode info = JSON.objectNode();
        info.set("publicInfo", publicInfo);
        info.set("privateInfo", privateInfo);
        ArrayNode acl = info.putArray("aclInfo");
        Stream.concat(locked.users().stream(), locked.groups().stream())
                .forEach(identity -> acl.addObject().put("identity", identity).put("locked", true));
        return info;
    }
}
