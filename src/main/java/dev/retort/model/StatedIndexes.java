package dev.retort.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.jspecify.annotations.Nullable;

/**
 * The column lists of {@code @Index} as they were written. Hibernate splits them at every comma, those inside of parentheses too, loses parts that
 * occur twice, and takes {@code lower(email)} for a column; from its pieces the list that was written is found again.
 */
final class StatedIndexes {

    private final LoadedModel model;
    private final Map<String, String> listByPieces = new HashMap<>();
    private final Map<String, String> listByOrderedPieces = new HashMap<>();

    StatedIndexes(LoadedModel model) {
        this.model = model;
        model.indexLists().forEach(list -> {
            listByOrderedPieces.putIfAbsent(pieces(list, true), list);
            listByPieces.putIfAbsent(pieces(list, false), list);
        });
    }

    /** What Hibernate makes of a list: its pieces, named by the naming strategy, none twice; each with its order, or without. */
    private String pieces(String columnList, boolean ordered) {
        Set<String> pieces = new LinkedHashSet<>();
        for (String part : columnList.split(",", -1)) {
            String piece = part.strip();
            String lower = piece.toLowerCase(Locale.ROOT);
            boolean desc = lower.endsWith(" desc");
            boolean asc = lower.endsWith(" asc");
            String name = piece.substring(0, piece.length() - (desc ? 5 : asc ? 4 : 0));
            if (!piece.isEmpty()) {
                String said = name.startsWith("(") ? name : physicalName(name).getQuotedName();
                pieces.add(ordered ? said + (desc ? " desc" : asc ? " asc" : "") : said);
            }
        }
        return String.join("\n", pieces);
    }

    /** The column that a name in an annotation means. */
    Column physicalName(String logicalName) {
        Database database = model.metadata().getDatabase();
        Identifier physical = model.options()
                .getPhysicalNamingStrategy()
                .toPhysicalColumnName(database.toIdentifier(logicalName), database.getJdbcEnvironment());
        return new Column(physical.render(database.getDialect()));
    }

    /** The keys of an index or unique key, as they were meant: from the list that was written, else put together from the pieces. */
    List<IndexKeyText> keys(List<? extends Selectable> selectables, Map<? extends Selectable, String> orders) {
        String written = written(selectables, orders);
        return written != null
                ? SqlTokens.list(written).stream().map(IndexKeyText::parse).toList()
                : assembled(selectables, orders);
    }

    /** The list that the pieces are of: two lists may name the same columns in another order. */
    private @Nullable String written(List<? extends Selectable> selectables, Map<? extends Selectable, String> orders) {
        List<String> pieces = new ArrayList<>();
        List<String> ordered = new ArrayList<>();
        for (Selectable selectable : selectables) {
            String order = orders.get(selectable);
            pieces.add(piece(selectable));
            ordered.add(order == null ? piece(selectable) : piece(selectable) + " " + order);
        }
        String exact = listByOrderedPieces.get(String.join("\n", ordered));
        String alike = listByPieces.get(String.join("\n", pieces));
        return exact != null || alike == null || !hasOrders(alike, selectables, orders) ? exact : alike;
    }

    /** Whether a list says the orders that Hibernate found: two indexes without a name over the same columns become one, with the orders of the second. */
    private boolean hasOrders(
            String list, List<? extends Selectable> selectables, Map<? extends Selectable, String> orders) {
        Map<String, String> said = new HashMap<>();
        for (String piece : pieces(list, true).lines().toList()) {
            boolean asc = piece.endsWith(" asc");
            boolean desc = piece.endsWith(" desc");
            said.put(piece.substring(0, piece.length() - (desc ? 5 : asc ? 4 : 0)), desc ? "desc" : "asc");
        }
        return selectables.stream().allMatch(selectable -> orders.getOrDefault(selectable, "asc")
                .equalsIgnoreCase(said.getOrDefault(piece(selectable), "asc")));
    }

    private static String piece(Selectable selectable) {
        return selectable instanceof Column column ? column.getQuotedName() : selectable.getText();
    }

    private static List<IndexKeyText> assembled(
            List<? extends Selectable> selectables, Map<? extends Selectable, String> orders) {
        List<String> parts = new ArrayList<>();
        for (Selectable selectable : selectables) {
            String text = selectable instanceof Column column && column.isQuoted()
                    ? '"' + Names.quoted(column.getName()).replace("\"", "\"\"") + '"'
                    : selectable.getText();
            String order = orders.get(selectable);
            parts.add(order == null ? text : text + " " + order);
        }
        return SqlTokens.list(String.join(", ", parts)).stream()
                .map(IndexKeyText::parse)
                .toList();
    }

    /** Whether Hibernate split the keys as they were meant, so that its own DDL is what we make. */
    static boolean sameAsSplit(List<IndexKeyText> keys, int selectables) {
        return keys.size() == selectables
                && keys.stream().allMatch(k -> Stream.of(k.collation(), k.opclass(), k.nullsFirst())
                        .allMatch(v -> v == null));
    }
}
