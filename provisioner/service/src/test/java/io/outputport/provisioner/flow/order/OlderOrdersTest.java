package io.outputport.provisioner.flow.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.provisioner.Golden;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskToken;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Orders that an older version has accepted are carried out as they were meant. */
class OlderOrdersTest {
    private static final StoredOrder PROVISION =
            new StoredOrder("COMPONENT_DESCRIPTOR", "dataProduct:\n  name: \"Käse \\ Co\"\n", true, List.of());
    private static final StoredOrder ACL = new StoredOrder(
            "COMPONENT_DESCRIPTOR", "{\"dataProduct\":{}}", false, List.of("user:alice", "group:analysts"));

    @Test
    void of_a_descriptor() {
        assertThat(StoredOrder.read("t", Golden.text("order/provision.json"))).isEqualTo(PROVISION);
        Golden.isStillWritten("order/provision.json", PROVISION.text());
    }

    @Test
    void of_a_list_of_people() {
        assertThat(StoredOrder.read("t", Golden.text("order/updateacl.json"))).isEqualTo(ACL);
        Golden.isStillWritten("order/updateacl.json", ACL.text());
    }

    @Test
    void of_a_table_in_a_database() {
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        columns.addObject().put("name", "currency").put("dataType", "CHAR").put("description", "ISO 4217");
        is(
                "order/reverse-database.json",
                "{\"technology\":\"postgres\",\"database\":\"sandbox\",\"schema\":\"finance\",\"name\":\"invoices\"}",
                columns);
    }

    @Test
    void of_a_table_in_hasura() {
        ArrayNode none = JsonNodeFactory.instance.arrayNode();
        is("order/reverse-hasura.json", "{\"table\":\"finance_invoices\",\"source\":\"finance_1\"}", none);
        is("order/reverse-hasura-any-source.json", "{\"table\":\"finance_invoices\"}", none);
    }

    /** At that time there was one technology, which named itself nowhere. */
    private static void is(String file, String target, ArrayNode columns) {
        StoredReverseOrder read = read(Golden.text(file));

        assertThat(read.technology()).isEqualTo("hasura");
        assertThat(read.target()).hasToString(target);
        assertThat(read.entry().schema()).isEqualTo(columns);
        assertThat(read(read.text())).isEqualTo(read);
    }

    private static StoredReverseOrder read(String text) {
        return StoredReverseOrder.read(new Task(
                new TaskToken(new UUID(1, 2)), Operation.REVERSE_PROVISION, "unknown", text, Instant.EPOCH, 0));
    }
}
