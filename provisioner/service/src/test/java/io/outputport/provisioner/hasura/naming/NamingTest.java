package io.outputport.provisioner.hasura.naming;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Position;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.naming.PortPrefix;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "healthcare, Vaccinations, 0.1.0, Hasura Output Port, healthcare_vaccinations_0_hasuraoutputport_",
                "finance-risk, Daily Rates, 12.0, my-port, financerisk_dailyrates_12_myport_",
                "3d, Größe (cm), 1, p.1, _3d_grecm_1_p1_",
                "__meta, x, 1.0.0, y, _meta_x_1_y_",
                "a_b, C_d, 1.0.0, E_f, a_b_c_d_1_e_f_",
            })
    void the_prefix_holds_domain_product_major_version_and_port(
            String domain, String product, String version, String port, String prefix) {
        assertThat(PortPrefix.of(product("urn:dmb:dp:d:p:0", domain, product, version), port))
                .isEqualTo(prefix)
                .satisfies(name -> assertThat(GraphqlName.isLegal(name)).isTrue());
    }

    @Test
    void the_prefix_with_the_identifier_of_the_product_is_accepted_too() {
        DataProduct product = product("urn:dmb:dp:health:Cust-360:1", "health", "Customer View", "1.2.3");

        assertThat(PortPrefix.all(product, "port"))
                .containsExactly("health_customerview_1_port_", "health_cust360_1_port_");
    }

    @ParameterizedTest
    @CsvSource({"domain:marketing.Marketing-Invoice-1.1", "urn:dmb:dp:health::1", "urn:dmb:cmp:health:x:1"})
    void an_id_of_another_form_adds_no_prefix(String id) {
        assertThat(PortPrefix.all(product(id, "health", "Customers", "1.2.3"), "port"))
                .containsExactly("health_customers_1_port_");
    }

    @Test
    void the_source_is_named_after_all_that_it_points_to() {
        DataProduct product = product("urn:dmb:dp:healthcare:vaccinations:0", "healthcare", "Vaccinations", "0.1.0");

        assertThat(Naming.sourceName(product, new SourceTable("postgres", "demo", "healthcare", "any")))
                .isEqualTo("healthcare_vaccinations_0_postgres_demo_healthcare_f8e1af");
        assertThat(Naming.sourceName(product, new SourceTable("snowflake", "SALES-EU", "S", "any")))
                .startsWith("healthcare_vaccinations_0_snowflake_saleseu_s_")
                .isNotEqualTo(Naming.sourceName(product, new SourceTable("snowflake", "saleseu", "S", "any")));
    }

    @Test
    void a_role_tells_the_prefix_that_it_was_made_of() {
        String role = Naming.roleId("energy_readings_1_port_");

        assertThat(role).isEqualTo("energy_readings_1_port_role");
        assertThat(Naming.prefixOf(role)).isEqualTo("energy_readings_1_port_");
        assertThat(Naming.prefixOf(Naming.ownRoleId(role, "urn:port"))).isEqualTo("energy_readings_1_port_");
        assertThat(Naming.prefixOf("somebody's own")).isEqualTo("somebody's own");
    }

    @Test
    void the_table_does_not_change_the_source() {
        DataProduct product = product("urn:dmb:dp:d:p:0", "d", "p", "1.0");

        assertThat(Naming.sourceName(product, new SourceTable("postgres", "b", "c", "first")))
                .isEqualTo(Naming.sourceName(product, new SourceTable("postgres", "b", "c", "second")));
    }

    @Test
    void the_old_source_name_keeps_what_the_old_service_kept() {
        assertThat(Naming.legacySourceName(product("urn:dmb:dp:d:p:0", "Finance-Risk", "Daily Rates (EU)", "2.1")))
                .isEqualTo("financerisk_dailyrates(eu)_2");
    }

    private static DataProduct product(String id, String domain, String name, String version) {
        return new DataProduct(
                located(id),
                located(name),
                located(domain),
                located(version),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Located<String> located(String text) {
        return new Located<>(text, "any", new Position(1, 1));
    }
}
