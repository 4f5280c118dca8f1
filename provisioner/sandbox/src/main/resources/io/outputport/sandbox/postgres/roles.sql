CREATE ROLE sandbox_owner LOGIN PASSWORD 'sandbox-owner';
CREATE ROLE sandbox_reader LOGIN PASSWORD 'sandbox-reader';
GRANT pg_read_all_data TO sandbox_reader;
