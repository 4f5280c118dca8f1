package io.outputport.provisioner.sharing.table;

import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.descriptor.type.ColumnType;
import io.outputport.provisioner.descriptor.type.DataType;
import io.outputport.provisioner.descriptor.type.TypeSize;
import io.outputport.provisioner.descriptor.type.TypeTable;
import io.outputport.provisioner.descriptor.type.TypeTable.Row;
import io.outputport.provisioner.sharing.descriptor.SharingNotation;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of Delta's columns, and what they are in data contracts. */
public final class DeltaTypes {
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,2}),(\\d{1,2})\\)");
    private static final Pattern NESTED = Pattern.compile("(?s)\\s*\\{.*?\"type\"\\s*:\\s*\"(\\w+)\".*");
    private static final TypeTable TYPES = new TypeTable(
            List.of(
                    new Row("string", DataType.STRING, "string"),
                    new Row("byte", DataType.TINYINT, "byte"),
                    new Row("short", DataType.SMALLINT, "short"),
                    new Row("integer", DataType.INT, "integer"),
                    new Row("long", DataType.BIGINT, "long"),
                    new Row("float", DataType.FLOAT, "float"),
                    new Row("double", DataType.DOUBLE, "double"),
                    new Row("decimal", DataType.DECIMAL, "decimal"),
                    new Row("boolean", DataType.BOOLEAN, "boolean"),
                    new Row("date", DataType.DATE, "date"),
                    new Row("timestamp", DataType.TIMESTAMPZ, "timestamp"),
                    new Row("timestamp_ntz", DataType.TIMESTAMP, "timestamp_ntz"),
                    new Row("binary", DataType.BINARY, "binary"),
                    new Row("struct", DataType.STRUCT, "struct"),
                    new Row("map", DataType.MAP, "map"),
                    new Row("array", DataType.ARRAY, "array"),
                    new Row("variant", DataType.VARIANT, "variant")),
            UnaryOperator.identity());

    private DeltaTypes() {}

    public static List<Row> rows() {
        return TYPES.rows();
    }

    /** @param written as Delta writes it */
    public static ColumnType of(String written) {
        Matcher decimal = DECIMAL.matcher(written);
        if (decimal.matches()) {
            TypeSize size = TypeSize.ofDigits(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
            return TYPES.of("decimal", size);
        }
        Matcher nested = NESTED.matcher(written);
        return TYPES.of(nested.matches() ? nested.group(1) : written, TypeSize.UNBOUNDED);
    }

    /** The table as a source's, whose columns can be written into a contract. */
    public static TableFacts facts(String storage, String path, InspectedTable table) {
        SourceTable named = new SourceTable(SharingNotation.NAME, storage, "", path);
        List<TableFacts.Column> columns = table.columns().stream()
                .map(column ->
                        new TableFacts.Column(column.name(), of(column.type()), column.nullable(), column.comment()))
                .toList();
        return new TableFacts(named, true, columns, List.of());
    }
}
