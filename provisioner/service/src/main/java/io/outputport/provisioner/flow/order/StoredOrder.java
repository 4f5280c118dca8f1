package io.outputport.provisioner.flow.order;

import io.outputport.foundation.text.StoredJson;
import io.outputport.provisioner.task.Task;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** An order as it is kept in the task's row, so that any replica can carry it out after any crash. */
public record StoredOrder(String descriptorKind, String descriptor, boolean removeData, List<String> refs) {
    private static final String COMPONENT = "COMPONENT_DESCRIPTOR";

    public StoredOrder {
        refs = List.copyOf(refs);
    }

    public static StoredOrder of(ProvisionOrder order) {
        return new StoredOrder(order.descriptorKind(), order.descriptor(), order.removeData(), List.of());
    }

    public static StoredOrder of(AclOrder order) {
        return new StoredOrder(COMPONENT, order.request(), false, order.refs());
    }

    /** To carry a component's descriptor out once more. */
    public static StoredOrder ofDescriptor(String descriptor) {
        return new StoredOrder(COMPONENT, descriptor, false, List.of());
    }

    public static StoredOrder read(Task task) {
        return read(task.token().toString(), task.request());
    }

    public static StoredOrder read(String token, String request) {
        return UnreadableOrder.named(token, () -> StoredJson.PLAIN.read(request, StoredOrder.class));
    }

    /** The same for the same descriptor, carried out in the same way. */
    public String key(boolean isRepair) {
        return (isRepair ? "repair " : "") + UUID.nameUUIDFromBytes(descriptor.getBytes(StandardCharsets.UTF_8));
    }

    public String text() {
        return StoredJson.PLAIN.write(this);
    }
}
