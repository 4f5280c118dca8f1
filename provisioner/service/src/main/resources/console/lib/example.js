/** A descriptor to begin with. */
export const example = `# A view in PostgreSQL that becomes a GraphQL API. The sandbox has this view.
dataProduct:
  id: urn:dmb:dp:healthcare:vaccinations:0
  name: Vaccinations
  domain: healthcare
  version: 0.1.0
  environment: development
  dataProductOwner: user:dp.owner_example.org
  devGroup: popeye
  components:
    - kind: outputport
      id: urn:dmb:cmp:healthcare:vaccinations:0:postgresql-output-port
      name: PostgreSQL Output Port
      version: 0.0.0
      technology: PostgreSQL
      specific:
        schema: healthcare
        viewName: vaccinations_clean_view
    - kind: outputport
      id: urn:dmb:cmp:healthcare:vaccinations:0:hasura-output-port
      name: Hasura Output Port
      version: 0.0.0
      technology: Hasura
      dependsOn:
        - urn:dmb:cmp:healthcare:vaccinations:0:postgresql-output-port
      dataContract:
        schema:
          - name: date
            dataType: DATE
          - name: location_key
            dataType: TEXT
          - name: new_persons_vaccinated
            dataType: NUMBER
          - name: new_persons_fully_vaccinated
            dataType: NUMBER
          - name: cumulative_persons_vaccinated
            dataType: NUMBER
      specific:
        customTableName: healthcare_vaccinations_0_hasuraoutputport_vaccinations
        select: healthcare_vaccinations_0_hasuraoutputport_vaccinations_select
        selectByPk: healthcare_vaccinations_0_hasuraoutputport_vaccinations_by_pk
        selectAggregate: healthcare_vaccinations_0_hasuraoutputport_vaccinations_agg
        selectStream: healthcare_vaccinations_0_hasuraoutputport_vaccinations_stream
componentIdToProvision: urn:dmb:cmp:healthcare:vaccinations:0:hasura-output-port
`;
