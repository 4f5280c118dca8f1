package io.outputport.sharing.table.delta.write;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.types.DataType;
import java.util.List;

/** One column of some rows. */
record RowVector(DataType type, List<Literal> values) implements ColumnVector {
    RowVector {
        values = List.copyOf(values);
    }

    @Override
    public DataType getDataType() {
        return type;
    }

    @Override
    public int getSize() {
        return values.size();
    }

    @Override
    public boolean isNullAt(int row) {
        return values.get(row).getValue() == null;
    }

    @Override
    public boolean getBoolean(int row) {
        return (Boolean) values.get(row).getValue();
    }

    @Override
    public int getInt(int row) {
        return (Integer) values.get(row).getValue();
    }

    @Override
    public long getLong(int row) {
        return (Long) values.get(row).getValue();
    }

    @Override
    public double getDouble(int row) {
        return (Double) values.get(row).getValue();
    }

    @Override
    public String getString(int row) {
        return (String) values.get(row).getValue();
    }

    @Override
    public void close() {
        // Nothing is held outside of the heap.
    }
}
