package io.outputport.provisioner.flow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.provisioner.flow.validation.World;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoredOrderTest {
    @Test
    void an_order_comes_out_of_the_task_as_it_went_in() {
        StoredOrder order =
                new StoredOrder("KIND \"x\"", "a: \"größe\"\n\t😀 \\u0000", true, List.of("user:a\"b", "group:c"));

        assertThat(StoredOrder.read(World.task(Operation.PROVISION, order))).isEqualTo(order);
    }

    @Test
    void an_access_order_keeps_its_refs_and_the_descriptor() {
        AclOrder order = new AclOrder(List.of("user:ann"), "the: descriptor", "result", Optional.empty());

        StoredOrder stored = StoredOrder.of(order);

        assertThat(StoredOrder.read(World.task(Operation.UPDATE_ACL, stored)))
                .isEqualTo(new StoredOrder("COMPONENT_DESCRIPTOR", "the: descriptor", false, List.of("user:ann")));
    }

    @Test
    void a_row_that_is_no_order_is_a_bug_that_names_the_task() {
        UUID id = new UUID(0, 7);
        Task task = new Task(new TaskToken(id), Operation.PROVISION, "urn", "{broken", Instant.EPOCH, 1);

        assertThatThrownBy(() -> StoredOrder.read(task))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the order of task " + id + " cannot be read");
    }
}
