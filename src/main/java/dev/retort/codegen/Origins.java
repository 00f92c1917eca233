package dev.retort.codegen;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterComposite;
import dev.retort.operation.AlterConstraint;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.AlterTable;
import dev.retort.operation.CreateCast;
import dev.retort.operation.CreateComposite;
import dev.retort.operation.CreateDomain;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameSequence;
import dev.retort.operation.RenameTable;
import dev.retort.operation.RenameType;
import dev.retort.operation.ReplaceEnum;
import dev.retort.operation.SetComment;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Cast;
import dev.retort.schema.Check;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.Constraint;
import dev.retort.schema.Expression;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Provenance;
import dev.retort.schema.SqlType;
import dev.retort.schema.Unique;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        } else if (operation instanceof RenameConstraint rename) {
            return table(rename.table());
        } else if (operation instanceof AlterConstraint alter) {
            return table(alter.table());
        } else if (operation instanceof ValidateConstraint validate) {
            return table(validate.table());
        } else if (operation instanceof CreateIndex create) {
            return indexed(create.table(), create.index());
        } else if (operation instanceof SetComment comment) {
            return commented(comment.target());
        }
        return ofNoTable(operation);
    }

    private String ofNoTable(Operation operation) {
        if (operation instanceof CreateSequence create) {
            return table(create.sequence());
        } else if (operation instanceof AlterSequence alter) {
            return table(alter.sequence());
        } else if (operation instanceof RenameSequence rename) {
            return table(rename.to());
        } else if (operation instanceof CreateView create) {
            return table(create.view().name());
        } else if (operation instanceof CreateEnum create) {
            return type(create.type().name());
        } else if (operation instanceof AddEnumValue add) {
            return type(add.type());
        } else if (operation instanceof RenameEnumValue rename) {
            return type(rename.type());
        } else if (operation instanceof ReplaceEnum replace) {
            return type(replace.type().name());
        } else if (operation instanceof RenameType rename) {
            return type(rename.to());
        } else if (operation instanceof CreateComposite create) {
            return type(create.type().name());
        } else if (operation instanceof AlterComposite alter) {
            return type(alter.type());
        } else if (operation instanceof CreateDomain create) {
            return type(create.domain().name());
        } else if (operation instanceof AlterDomain alter) {
            return type(alter.domain());
        }
        return operation instanceof CreateCast create ? cast(create.cast()) : "";
    }

    private String cast(Cast cast) {
        return Stream.of(cast.source(), cast.target())
                .map(SqlType::userType)
                .filter(Objects::nonNull)
                .map(this::type)
                .filter(origin -> !origin.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The attributes of the keys; where an expression is among them, those that it and the other keys name. */
    private String indexed(ObjectName table, Index index) {
        Set<String> columns = new LinkedHashSet<>();
        for (Index.Key key : index.keys()) {
            Expression expression = key.expression();
            if (expression == null) {
                columns.add(column(key));
            } else {
                words(expression).stream()
                        .map(word -> column(table, word).isEmpty() ? word.toLowerCase(Locale.ROOT) : word)
                        .filter(word -> !column(table, word).isEmpty())
                        .forEach(columns::add);
            }
        }
        return columns(table, List.copyOf(columns));
    }

    private static List<String> words(Expression expression) {
        return List.of(NO_NAME.split(LITERAL.matcher(expression.sql()).replaceAll(" "), -1));
    }

    /** The attribute where the expression names one column, the entity where it names more. */
    private String checked(ObjectName table, Check check) {
        Set<String> attributes = new LinkedHashSet<>();
        for (String word : words(check.expression())) {
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
            case TABLE, CONSTRAINT, SEQUENCE, VIEW, MATERIALIZED_VIEW -> table(target.name());
            case COLUMN -> column(target.name(), target.part());
            case TYPE, DOMAIN, DOMAIN_CONSTRAINT -> type(target.name());
            case INDEX, NAMESPACE, OBJECT -> "";
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

    private String type(ObjectName type) {
        return provenance.ofType(type).orElse("");
    }
}
