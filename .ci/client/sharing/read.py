"""Reads every shared table with the official Python client, and tells rows and the sum of doses of each."""
import sys

import delta_sharing

profile = sys.argv[1]
DOSES = {"vaccinations_clean": "new_vaccine_doses_administered", "vaccinations_by_month": "doses"}

client = delta_sharing.SharingClient(profile)
tables = client.list_all_tables()
assert [share.name for share in client.list_shares()] == ["samples"]
assert tables == [table for share in client.list_shares() for schema in client.list_schemas(share)
                  for table in client.list_tables(schema)]
for table in tables:
    url = f"{profile}#{table.share}.{table.schema}.{table.name}"
    assert delta_sharing.get_table_version(url) >= 0
    assert delta_sharing.get_table_metadata(url).num_files > 0
    rows = delta_sharing.load_as_pandas(url)
    assert len(delta_sharing.load_as_pandas(url, limit=5)) == 5
    print(table.name, len(rows), int(rows[DOSES[table.name]].sum()))
