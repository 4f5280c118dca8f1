package io.outputport.benchmark.scale.fleet;

import io.outputport.benchmark.landscape.Landscape;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The data products whose ports are deployed. Each has a schema of its own in one of a few databases, and a view for
 * each of its ports; the views stay from one cell to the next.
 */
public final class Fleet {
    public static final List<String> DATABASES =
            IntStream.range(0, 10).mapToObj(i -> "products_" + i).toList();
    private static final int PORTS_OF_A_PRODUCT = 20;
    private static final int AT_LEAST = 5;

    private final Landscape landscape;
    private final List<Integer> views = new ArrayList<>();

    public Fleet(Landscape landscape) {
        this.landscape = landscape;
    }

    /** How many data products, and so sources, that many ports are spread over. */
    public static int products(int ports) {
        return Math.max(Math.min(ports, AT_LEAST), (ports + PORTS_OF_A_PRODUCT - 1) / PORTS_OF_A_PRODUCT);
    }

    /**
     * Ports that nobody has deployed before.
     *
     * @param label tells these data products from those of other runs; letters and digits
     */
    public List<Port> ports(String label, int count) throws SQLException {
        int products = products(count);
        List<Port> ports = new ArrayList<>();
        for (int number = 0; number < products; number++) {
            int share = count / products + (number < count % products ? 1 : 0);
            makeViews(number, share);
            Product product = new Product("Sales " + label + " " + number, database(number), schema(number), share);
            ports.addAll(product.ports());
        }
        return ports;
    }

    private void makeViews(int product, int wanted) throws SQLException {
        if (views.size() == product) {
            landscape.run(
                    database(product),
                    List.of(
                            "CREATE SCHEMA " + schema(product),
                            "CREATE TABLE " + schema(product) + ".orders (" + Product.COLUMN_DEFINITIONS + ")"));
            views.add(0);
        }
        int there = views.get(product);
        if (there < wanted) {
            landscape.run(
                    database(product),
                    IntStream.range(there, wanted)
                            .mapToObj(view -> "CREATE VIEW %1$s.%2$s AS SELECT * FROM %1$s.orders"
                                    .formatted(schema(product), Product.view(view)))
                            .toList());
            views.set(product, wanted);
        }
    }

    private static String database(int product) {
        return DATABASES.get(product % DATABASES.size());
    }

    private static String schema(int product) {
        return "sales_" + product;
    }
}
