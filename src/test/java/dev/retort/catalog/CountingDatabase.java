package dev.retort.catalog;

import dev.retort.database.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A database that counts how often its connections send something to be executed. */
final class CountingDatabase implements Database {

    private final Database database;
    private final AtomicInteger executions = new AtomicInteger();

    CountingDatabase(Database database) {
        this.database = database;
    }

    /** How many batches or statements were sent; the end of a transaction is not counted. */
    int executions() {
        return executions.get();
    }

    @Override
    public Connection connect() {
        return counting(Connection.class, database.connect());
    }

    @Override
    public String display() {
        return database.display();
    }

    private <T> T counting(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                CountingDatabase.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (target instanceof Statement && method.getName().startsWith("execute")) {
                        executions.incrementAndGet();
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof PreparedStatement statement
                                ? counting(PreparedStatement.class, statement)
                                : result instanceof Statement statement ? counting(Statement.class, statement) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
