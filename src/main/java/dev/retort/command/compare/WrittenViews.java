package dev.retort.command.compare;

import dev.retort.diff.Completed;
import dev.retort.diff.Difference;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropView;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.ObjectName;
import dev.retort.sql.SqlRenderer;
import java.util.List;

/** Views that the SQL of revisions made: they are dropped and made again by SQL as well, since an operation would bring them under management. */
final class WrittenViews {

    private WrittenViews() {}

    static Difference keep(Difference difference, Completed completed) {
        List<Operation> operations = difference.operations().stream()
                .map(operation -> isOfOne(operation, completed)
                        ? new Execute(SqlRenderer.render(operation).get(0).sql())
                        : operation)
                .toList();
        return operations.equals(difference.operations())
                ? difference
                : new Difference(operations, difference.warnings(), difference.doubts());
    }

    private static boolean isOfOne(Operation operation, Completed completed) {
        ObjectName view = operation instanceof CreateView create
                ? create.view().name()
                : operation instanceof DropView drop ? drop.view() : null;
        return view != null && completed.unmanaged().contains(view);
    }
}
