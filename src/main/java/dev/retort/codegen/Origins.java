package dev.retort.codegen;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterTable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.operation.SetComment;
import dev.retort.schema.Check;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Provenance;
import dev.retort.schema.Unique;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The entity or attribute that an operation comes from, as {@code Customer.tier}. */
public final class Origins {

    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}_$]+");

    private final Provenance provenance;
    private final Map<Operation, String> authors;

    /** The origins that a model knows. */
    public Origins(Provenance provenance) {
        this(provenance, Map.of());
    }

    /** The origins that a model knows, and who made what comes from no entity. */
    Origins(Provenance provenance, Map<Operation, String> authors) {
        this.provenance = provenance;
        this.authors = authors;
    }

    /** The origin: the attribute where there is one, else the entity, else who made it; empty where none is known. */
    public String of(Operation operation) {
        String entity = entity(operation);
        return entity.isEmpty() ? authors.getOrDefault(operation, "") : entity;
    }

    private String entity(Operation operation) {
        if (operation instanceof CreateTable create) {
            return table(create.table().name());
        } else if (operation instanceof RenameTable rename) {
            return table(rename.to());
        } else if (operation instanceof AlterTable alter) {
            return table(alter.table());
        } else if (operation instanceof AddColumn add) {
            return column(add.table(), add.column().name());
        } else if (operation instanceof AlterColumn alter) {
            return column(alter.table(), alter.column());
        } else if (operation instanceof RenameColumn rename) {
            return column(rename.table(), rename.to());
        } else if (operation instanceof DropColumn drop) {
            return column(drop.table(), drop.column());
        } else if (operation instanceof AddConstraint add) {
            return add.constraint() instanceof Check check
                    ? checked(add.table(), check)
                    : columns(add.table(), columns(add.constraint()));
        } else if (operation instanceof CreateIndex create) {
            return columns(
                    create.table(),
                    create.index().keys().stream().map(Origins::column).toList());
        } else if (operation instanceof SetComment comment) {
            return commented(comment.target());
        }
        return "";
    }

    /** The attribute where the expression names one column, the entity where it names more. */
    private String checked(ObjectName table, Check check) {
        String words = LITERAL.matcher(check.expression().sql()).replaceAll(" ");
        Set<String> attributes = new LinkedHashSet<>();
        for (String word : NO_NAME.split(words, -1)) {
            String attribute = column(table, word);
            attributes.add(attribute.isEmpty() ? column(table, word.toLowerCase(Locale.ROOT)) : attribute);
        }
        attributes.remove("");
        return attributes.size() == 1 ? attributes.iterator().next() : table(table);
    }

    private static List<String> columns(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return key.columns();
        } else if (constraint instanceof PrimaryKey key) {
            return key.columns();
        }
        return constraint instanceof Unique unique ? unique.columns() : List.of();
    }

    private static String column(Index.Key key) {
        String column = key.column();
        return column == null ? "" : column;
    }

    private String commented(CommentTarget target) {
        return switch (target.kind()) {
            case TABLE -> table(target.name());
            case COLUMN -> column(target.name(), target.part());
            default -> "";
        };
    }

    /** The attributes, as {@code Customer.lastName, firstName}; the entity where one of the columns has none. */
    private String columns(ObjectName table, List<String> columns) {
        List<String> attributes =
                columns.stream().map(column -> column(table, column)).distinct().toList();
        if (attributes.isEmpty() || attributes.contains("")) {
            return table(table);
        }
        String first = attributes.get(0);
        String owner = first.substring(0, first.indexOf('.') + 1);
        return first
                + attributes.stream()
                        .skip(1)
                        .map(a -> ", " + (a.startsWith(owner) ? a.substring(owner.length()) : a))
                        .collect(Collectors.joining());
    }

    private String column(ObjectName table, String column) {
        return provenance.of(table, column).orElse("");
    }

    private String table(ObjectName table) {
        return provenance.of(table).orElse("");
    }
}
