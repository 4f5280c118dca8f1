/** The tables of a share out of the SQL that a plan prints: `CREATE TABLE share.schema.table (…) PARTITIONED BY (…)`. */
const TABLE = /^CREATE TABLE (\S+) \(\n([\s\S]*?)\n\)(?: PARTITIONED BY \((.*)\))?$/gm;

const column = (line) => {
  const [, name, type] = /^\s*(\S+) (.*?),?$/.exec(line);
  return { name, type };
};

export const readTables = (sql) =>
  [...sql.matchAll(TABLE)].map(([, name, columns, partitions]) => ({
    name,
    columns: columns.split('\n').map(column),
    partitions: partitions?.split(', ') ?? [],
  }));
