package io.outputport.provisioner.api.wire.request;

/** What the API's document shows as examples: the service accepts each of them. */
final class Examples {
    static final String DESCRIPTOR = """
            dataProduct:
              id: urn:dmb:dp:finance:invoices:1
              name: Invoices
              domain: finance
              version: 1.2.0
              environment: development
              dataProductOwner: user:finance.owner_example.org
              devGroup: group:finance-developers
              components:
                - kind: outputport
                  id: urn:dmb:cmp:finance:invoices:1:invoices-table
                  name: Invoices Table
                  version: 1.0.0
                  technology: PostgreSQL
                  specific:
                    schema: finance
                    tableName: invoices
                - kind: outputport
                  id: urn:dmb:cmp:finance:invoices:1:invoices-api
                  name: Invoices API
                  version: 1.0.0
                  technology: Hasura
                  dependsOn: [urn:dmb:cmp:finance:invoices:1:invoices-table]
                  specific:
                    customTableName: finance_invoices_1_invoicesapi_invoices
                    select: finance_invoices_1_invoicesapi_invoices_select
                    selectByPk: finance_invoices_1_invoicesapi_invoices_by_pk
                    selectAggregate: finance_invoices_1_invoicesapi_invoices_aggregate
                    selectStream: finance_invoices_1_invoicesapi_invoices_stream
            componentIdToProvision: urn:dmb:cmp:finance:invoices:1:invoices-api
            """;

    static final String TABLE = "{\"technology\": \"postgres\", \"schema\": \"finance\", \"table\": \"invoices\"}";

    private Examples() {}
}
