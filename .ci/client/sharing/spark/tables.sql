-- table plain
CREATE TABLE {t} (id BIGINT, name STRING) USING delta;
INSERT INTO {t} VALUES (1, 'ada'), (2, NULL), (3, 'ünal');
INSERT INTO {t} VALUES (4, ''), (5, 'a "quoted" \\ name');
DELETE FROM {t} WHERE id = 2;
-- table empty
CREATE TABLE {t} (id BIGINT, name STRING) USING delta;
-- table emptied
CREATE TABLE {t} USING delta AS SELECT id, 'x' AS name FROM range(5);
DELETE FROM {t};
-- table overwritten
CREATE TABLE {t} USING delta AS SELECT id, 'old' AS name FROM range(5);
INSERT OVERWRITE {t} SELECT id, 'new' FROM range(3);
-- table orders_history
CREATE TABLE {t} (id BIGINT, amount INT) USING delta;
INSERT INTO {t} VALUES (1, 10), (2, 20);
INSERT INTO {t} VALUES (3, 30);
UPDATE {t} SET amount = amount + 1 WHERE id = 2;
DELETE FROM {t} WHERE id = 1;
-- table restored_history
CREATE TABLE {t} (id BIGINT) USING delta TBLPROPERTIES ('delta.enableDeletionVectors' = 'true');
INSERT INTO {t} SELECT id FROM range(6);
DELETE FROM {t} WHERE id < 3;
RESTORE TABLE {t} TO VERSION AS OF 1;
DELETE FROM {t} WHERE id = 5;
-- table partition_escapes
CREATE TABLE {t} (id BIGINT, p STRING) USING delta PARTITIONED BY (p);
INSERT INTO {t} VALUES (1, 'a b'), (2, '50%'), (3, 'x/y'), (4, 'a=b'), (5, 'ünal'), (6, NULL), (7, ''), (8, 'q?#&+'), (9, 'a:b"c'), (10, '%2F'), (11, 'tail ');
DELETE FROM {t} WHERE p = 'x/y';
-- table partition_types
CREATE TABLE {t} (id BIGINT, d DATE, i INT, b BOOLEAN, n DECIMAL(10,2), t TIMESTAMP, y TINYINT) USING delta PARTITIONED BY (d, i, b, n, t, y);
INSERT INTO {t} VALUES (1, DATE'2026-11-30', 7, true, 1.50, TIMESTAMP'2026-11-30 12:00:00.123456', 1), (2, DATE'1969-12-31', -7, false, -0.01, TIMESTAMP'1969-12-31 23:59:59', -1), (3, NULL, NULL, NULL, NULL, NULL, NULL);
-- table partition_two
CREATE TABLE {t} (id BIGINT, day DATE, country STRING) USING delta PARTITIONED BY (country, day);
INSERT INTO {t} SELECT id, date_add(DATE'2026-11-01', CAST(id % 3 AS INT)), element_at(array('it', 'ch', NULL), CAST(id % 3 AS INT) + 1) FROM range(12);
DELETE FROM {t} WHERE country = 'it';
-- table vectors
CREATE TABLE {t} (id BIGINT, name STRING) USING delta TBLPROPERTIES ('delta.enableDeletionVectors' = 'true');
INSERT INTO {t} SELECT id, concat('n', id) FROM range(100);
DELETE FROM {t} WHERE id % 7 = 0;
DELETE FROM {t} WHERE id = 99;
-- table vectors_partitioned
CREATE TABLE {t} (id BIGINT, p STRING) USING delta PARTITIONED BY (p) TBLPROPERTIES ('delta.enableDeletionVectors' = 'true');
INSERT INTO {t} SELECT id, element_at(array('a b', NULL, 'c/d'), CAST(id % 3 AS INT) + 1) FROM range(60);
DELETE FROM {t} WHERE id % 5 = 0;
-- table vectors_updated
CREATE TABLE {t} (id BIGINT, amount INT) USING delta TBLPROPERTIES ('delta.enableDeletionVectors' = 'true');
INSERT INTO {t} SELECT id, 1 FROM range(30);
UPDATE {t} SET amount = 2 WHERE id % 4 = 0;
UPDATE {t} SET amount = 3 WHERE id % 6 = 0;
-- table vectors_merged
CREATE TABLE {t} (id BIGINT, amount INT) USING delta TBLPROPERTIES ('delta.enableDeletionVectors' = 'true');
INSERT INTO {t} SELECT id, 1 FROM range(20);
MERGE INTO {t} t USING (SELECT id * 2 AS id FROM range(15)) s ON t.id = s.id WHEN MATCHED AND t.id > 10 THEN DELETE WHEN MATCHED THEN UPDATE SET amount = 9 WHEN NOT MATCHED THEN INSERT (id, amount) VALUES (s.id, 5);
-- table vectors_optimised
CREATE TABLE {t} (id BIGINT) USING delta TBLPROPERTIES ('delta.enableDeletionVectors' = 'true');
INSERT INTO {t} SELECT id FROM range(20);
INSERT INTO {t} SELECT id + 20 FROM range(20);
DELETE FROM {t} WHERE id % 3 = 0;
OPTIMIZE {t};
DELETE FROM {t} WHERE id = 1;
-- table vectors_purged
CREATE TABLE {t} (id BIGINT) USING delta TBLPROPERTIES ('delta.enableDeletionVectors' = 'true');
INSERT INTO {t} SELECT id FROM range(20);
DELETE FROM {t} WHERE id % 3 = 0;
REORG TABLE {t} APPLY (PURGE);
-- table vectors_all_rows
CREATE TABLE {t} (id BIGINT, p INT) USING delta PARTITIONED BY (p) TBLPROPERTIES ('delta.enableDeletionVectors' = 'true');
INSERT INTO {t} SELECT id, CAST(id % 2 AS INT) FROM range(20);
DELETE FROM {t} WHERE id % 2 = 0 AND id < 15;
DELETE FROM {t} WHERE id % 2 = 0;
-- table vectors_sparse
CREATE TABLE {t} (id BIGINT) USING delta TBLPROPERTIES ('delta.enableDeletionVectors' = 'true');
INSERT INTO {t} SELECT /*+ COALESCE(1) */ id FROM range(0, 70000, 1, 1);
DELETE FROM {t} WHERE id NOT IN (3, 65535, 65536, 69999);
-- table mapped_by_name
CREATE TABLE {t} (id BIGINT, name STRING) USING delta TBLPROPERTIES ('delta.columnMapping.mode' = 'name');
INSERT INTO {t} VALUES (1, 'ada'), (2, NULL);
-- table mapped_by_id
CREATE TABLE {t} (id BIGINT, name STRING, p STRING) USING delta PARTITIONED BY (p) TBLPROPERTIES ('delta.columnMapping.mode' = 'id');
INSERT INTO {t} VALUES (1, 'ada', 'x'), (2, NULL, NULL);
-- table renamed
CREATE TABLE {t} (id BIGINT, name STRING) USING delta TBLPROPERTIES ('delta.columnMapping.mode' = 'name');
INSERT INTO {t} VALUES (1, 'ada');
ALTER TABLE {t} RENAME COLUMN name TO customer;
INSERT INTO {t} VALUES (2, 'bob');
-- table dropped_and_added
CREATE TABLE {t} (id BIGINT, name STRING, amount INT) USING delta TBLPROPERTIES ('delta.columnMapping.mode' = 'name');
INSERT INTO {t} VALUES (1, 'ada', 10);
ALTER TABLE {t} DROP COLUMN amount;
ALTER TABLE {t} ADD COLUMN amount STRING;
INSERT INTO {t} VALUES (2, 'bob', 'twenty');
-- table names_swapped
CREATE TABLE {t} (a STRING, b STRING) USING delta TBLPROPERTIES ('delta.columnMapping.mode' = 'id');
INSERT INTO {t} VALUES ('was a', 'was b');
ALTER TABLE {t} RENAME COLUMN a TO c;
ALTER TABLE {t} RENAME COLUMN b TO a;
ALTER TABLE {t} RENAME COLUMN c TO b;
INSERT INTO {t} VALUES ('new a', 'new b');
-- table partition_renamed
CREATE TABLE {t} (id BIGINT, p STRING) USING delta PARTITIONED BY (p) TBLPROPERTIES ('delta.columnMapping.mode' = 'name');
INSERT INTO {t} VALUES (1, 'a b'), (2, NULL);
ALTER TABLE {t} RENAME COLUMN p TO country;
INSERT INTO {t} VALUES (3, 'it');
-- table mapped_with_vectors
CREATE TABLE {t} (id BIGINT, name STRING, p STRING) USING delta PARTITIONED BY (p) TBLPROPERTIES ('delta.columnMapping.mode' = 'name', 'delta.enableDeletionVectors' = 'true');
INSERT INTO {t} SELECT id, concat('n', id), CAST(id % 2 AS STRING) FROM range(20);
ALTER TABLE {t} RENAME COLUMN name TO customer;
DELETE FROM {t} WHERE id % 4 = 1;
-- table mapped_by_id_with_vectors
CREATE TABLE {t} (id BIGINT, name STRING) USING delta TBLPROPERTIES ('delta.columnMapping.mode' = 'id', 'delta.enableDeletionVectors' = 'true');
INSERT INTO {t} SELECT id, concat('n', id) FROM range(20);
DELETE FROM {t} WHERE id % 4 = 1;
-- table mapped_later
CREATE TABLE {t} (id BIGINT, name STRING) USING delta;
INSERT INTO {t} VALUES (1, 'ada');
ALTER TABLE {t} SET TBLPROPERTIES ('delta.columnMapping.mode' = 'name', 'delta.minReaderVersion' = '2', 'delta.minWriterVersion' = '5');
ALTER TABLE {t} RENAME COLUMN name TO customer;
INSERT INTO {t} VALUES (2, 'bob');
-- table odd_column_names
CREATE TABLE {t} (id BIGINT, `a b,c` STRING, `{ünal}(x)=` INT) USING delta TBLPROPERTIES ('delta.columnMapping.mode' = 'name');
INSERT INTO {t} VALUES (1, 'x', 2);
-- table nested
CREATE TABLE {t} (id BIGINT, s STRUCT<a: INT, b: STRUCT<c: STRING>>, l ARRAY<INT>, m MAP<STRING, INT>) USING delta;
INSERT INTO {t} VALUES (1, named_struct('a', 1, 'b', named_struct('c', 'x')), array(1, NULL, 3), map('k', 1, 'l', NULL)), (2, NULL, NULL, NULL), (3, named_struct('a', NULL, 'b', NULL), array(), map());
-- table nested_renamed
CREATE TABLE {t} (id BIGINT, s STRUCT<a: INT, b: STRING>, l ARRAY<STRUCT<x: INT>>) USING delta TBLPROPERTIES ('delta.columnMapping.mode' = 'name');
INSERT INTO {t} VALUES (1, named_struct('a', 1, 'b', 'x'), array(named_struct('x', 5)));
ALTER TABLE {t} RENAME COLUMN s.b TO c;
ALTER TABLE {t} RENAME COLUMN l.element.x TO y;
INSERT INTO {t} VALUES (2, named_struct('a', 2, 'c', 'z'), array(named_struct('y', 6), NULL));
-- table nested_vectors
CREATE TABLE {t} (id BIGINT, m MAP<STRING, ARRAY<STRUCT<x: INT>>>) USING delta TBLPROPERTIES ('delta.columnMapping.mode' = 'id', 'delta.enableDeletionVectors' = 'true');
INSERT INTO {t} SELECT id, map('k', array(named_struct('x', CAST(id AS INT)))) FROM range(10);
DELETE FROM {t} WHERE id IN (2, 3);
-- table types
CREATE TABLE {t} (y TINYINT, s SMALLINT, i INT, l BIGINT, f FLOAT, d DOUBLE, n DECIMAL(38,18), x STRING, b BINARY, o BOOLEAN, a DATE, t TIMESTAMP) USING delta;
INSERT INTO {t} VALUES (-128, -32768, -2147483648, -9223372036854775808, CAST('-1.5' AS FLOAT), 1e300D, 12345678901234567890.123456789012345678, 'x', X'00ff', true, DATE'0001-01-01', TIMESTAMP'9999-12-31 23:59:59.999999'), (127, 32767, 2147483647, 9223372036854775807, CAST('3.4028235E38' AS FLOAT), 4.9E-324D, -0.000000000000000001, '', X'', false, DATE'9999-12-31', TIMESTAMP'1970-01-01 00:00:00'), (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
-- table not_numbers
CREATE TABLE {t} (id BIGINT, d DOUBLE) USING delta;
INSERT INTO {t} VALUES (1, DOUBLE('NaN')), (2, DOUBLE('Infinity')), (3, DOUBLE('-Infinity')), (4, 0.0D), (5, NULL);
INSERT INTO {t} VALUES (6, 1.0D);
-- table without_zone
CREATE TABLE {t} (id BIGINT, t TIMESTAMP_NTZ, p TIMESTAMP_NTZ) USING delta PARTITIONED BY (p) TBLPROPERTIES ('delta.feature.timestampNtz' = 'supported');
INSERT INTO {t} VALUES (1, TIMESTAMP_NTZ'2026-11-30 12:00:00.000001', TIMESTAMP_NTZ'2026-01-01 00:00:00'), (2, NULL, NULL);
-- table column_added
CREATE TABLE {t} (id BIGINT) USING delta;
INSERT INTO {t} VALUES (1);
ALTER TABLE {t} ADD COLUMNS (name STRING, s STRUCT<a: INT>);
INSERT INTO {t} VALUES (2, 'bob', named_struct('a', 1));
ALTER TABLE {t} ADD COLUMNS (s.b STRING);
INSERT INTO {t} VALUES (3, 'eve', named_struct('a', 2, 'b', 'x'));
-- table widened
CREATE TABLE {t} (id INT, n SMALLINT) USING delta TBLPROPERTIES ('delta.enableTypeWidening' = 'true');
INSERT INTO {t} VALUES (1, 1);
ALTER TABLE {t} ALTER COLUMN id TYPE BIGINT;
ALTER TABLE {t} ALTER COLUMN n TYPE INT;
INSERT INTO {t} VALUES (9000000000, 100000);
-- table constrained
CREATE TABLE {t} (id BIGINT NOT NULL, amount INT) USING delta;
ALTER TABLE {t} ADD CONSTRAINT positive CHECK (amount > 0);
INSERT INTO {t} VALUES (1, 1), (2, 2);
-- table defaults
CREATE TABLE {t} (id BIGINT, note STRING DEFAULT 'none') USING delta TBLPROPERTIES ('delta.feature.allowColumnDefaults' = 'supported');
INSERT INTO {t} (id) VALUES (1);
INSERT INTO {t} VALUES (2, 'said');
-- table checkpoint_classic
CREATE TABLE {t} (id BIGINT, p STRING) USING delta PARTITIONED BY (p);
INSERT INTO {t} SELECT id, CAST(id % 3 AS STRING) FROM range(9);
DELETE FROM {t} WHERE p = '1';
!checkpoint;
INSERT INTO {t} VALUES (100, 'later');
-- table checkpoint_multipart
!set spark.databricks.delta.checkpoint.partSize 2;
CREATE TABLE {t} (id BIGINT, p STRING) USING delta PARTITIONED BY (p);
INSERT INTO {t} SELECT id, CAST(id AS STRING) FROM range(9);
DELETE FROM {t} WHERE p = '1';
!checkpoint;
INSERT INTO {t} VALUES (100, NULL);
-- table checkpoint_v2_parquet
!set spark.databricks.delta.checkpoint.partSize 2;
!set spark.databricks.delta.checkpointV2.topLevelFileFormat parquet;
CREATE TABLE {t} (id BIGINT, p STRING) USING delta PARTITIONED BY (p) TBLPROPERTIES ('delta.checkpointPolicy' = 'v2');
INSERT INTO {t} SELECT id, CAST(id AS STRING) FROM range(9);
DELETE FROM {t} WHERE p = '1';
!checkpoint;
INSERT INTO {t} VALUES (100, 'later');
-- table checkpoint_v2_json
!set spark.databricks.delta.checkpoint.partSize 2;
!set spark.databricks.delta.checkpointV2.topLevelFileFormat json;
CREATE TABLE {t} (id BIGINT, p STRING) USING delta PARTITIONED BY (p) TBLPROPERTIES ('delta.checkpointPolicy' = 'v2');
INSERT INTO {t} SELECT id, CAST(id AS STRING) FROM range(9);
DELETE FROM {t} WHERE p = '1';
!checkpoint;
INSERT INTO {t} VALUES (100, 'later');
-- table checkpoint_v2_everything
!set spark.databricks.delta.checkpoint.partSize 2;
CREATE TABLE {t} (id BIGINT, name STRING, p STRING) USING delta PARTITIONED BY (p) TBLPROPERTIES ('delta.checkpointPolicy' = 'v2', 'delta.columnMapping.mode' = 'name', 'delta.enableDeletionVectors' = 'true');
INSERT INTO {t} SELECT id, concat('n', id), CAST(id % 4 AS STRING) FROM range(20);
ALTER TABLE {t} RENAME COLUMN name TO customer;
DELETE FROM {t} WHERE id % 5 = 0;
!checkpoint;
UPDATE {t} SET customer = 'late' WHERE id = 7;
-- table checkpoint_of_structs
CREATE TABLE {t} (id BIGINT, name STRING) USING delta TBLPROPERTIES ('delta.checkpoint.writeStatsAsStruct' = 'true', 'delta.checkpoint.writeStatsAsJson' = 'false');
INSERT INTO {t} VALUES (1, 'ada'), (2, NULL);
!checkpoint;
INSERT INTO {t} VALUES (3, 'bob');
-- table vacuumed
CREATE TABLE {t} (id BIGINT) USING delta;
INSERT INTO {t} SELECT id FROM range(5);
UPDATE {t} SET id = id + 10;
VACUUM {t} RETAIN 0 HOURS;
-- table optimised
CREATE TABLE {t} (id BIGINT, p STRING) USING delta PARTITIONED BY (p);
INSERT INTO {t} VALUES (1, 'a'), (2, 'b');
INSERT INTO {t} VALUES (3, 'a'), (4, 'b');
OPTIMIZE {t};
-- table clustered
CREATE TABLE {t} (id BIGINT, name STRING) USING delta CLUSTER BY (id);
INSERT INTO {t} SELECT id, concat('n', id) FROM range(10);
OPTIMIZE {t};
-- table row_tracking
CREATE TABLE {t} (id BIGINT) USING delta TBLPROPERTIES ('delta.enableRowTracking' = 'true');
INSERT INTO {t} SELECT id FROM range(5);
DELETE FROM {t} WHERE id = 2;
-- table commit_times
CREATE TABLE {t} (id BIGINT) USING delta TBLPROPERTIES ('delta.enableInCommitTimestamps' = 'true');
INSERT INTO {t} SELECT id FROM range(5);
-- table change_feed
CREATE TABLE {t} (id BIGINT, amount INT) USING delta TBLPROPERTIES ('delta.enableChangeDataFeed' = 'true');
INSERT INTO {t} SELECT id, 1 FROM range(5);
UPDATE {t} SET amount = 2 WHERE id = 3;
DELETE FROM {t} WHERE id = 4;
-- table long_texts
CREATE TABLE {t} (id BIGINT, name STRING) USING delta;
INSERT INTO {t} VALUES (1, repeat('z', 100)), (2, repeat('ü', 60)), (3, NULL);
INSERT INTO {t} VALUES (4, 'a');
-- table without_statistics
CREATE TABLE {t} (id BIGINT, name STRING) USING delta TBLPROPERTIES ('delta.dataSkippingNumIndexedCols' = '0');
INSERT INTO {t} VALUES (1, 'ada');
INSERT INTO {t} VALUES (2, 'bob');
-- table measures
CREATE TABLE {t} (id BIGINT, day DATE, amount DOUBLE, city STRING, at TIMESTAMP) USING delta PARTITIONED BY (day);
INSERT INTO {t} SELECT id, date_add(DATE'2026-11-01', CAST(id % 4 AS INT)), id * 1.5D, element_at(array('Roma', 'Milano', NULL, 'Zürich'), CAST(id % 4 AS INT) + 1), timestamp_seconds(1764500000 + id * 3600) FROM range(0, 20);
INSERT INTO {t} SELECT id, date_add(DATE'2026-11-03', CAST(id % 4 AS INT)), id * -1.5D, 'Bologna', timestamp_seconds(1764500000 + id * 3600) FROM range(20, 40);
INSERT INTO {t} SELECT id, NULL, NULL, NULL, NULL FROM range(40, 44);
-- table refused_variant
CREATE TABLE {t} (id BIGINT, v VARIANT) USING delta;
INSERT INTO {t} SELECT 1, parse_json('{"a":1}');
