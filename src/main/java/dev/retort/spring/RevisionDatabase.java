package dev.retort.spring;

import dev.retort.UsageException;
import dev.retort.database.Database;
import dev.retort.database.Databases;
import dev.retort.runtime.Retort;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;

/** The database that the revisions run on: that of {@code retort.url}, else the application's own, as {@code retort.user} where that is stated. */
final class RevisionDatabase {

    private final RetortProperties properties;
    private final ObjectProvider<DataSource> sources;

    RevisionDatabase(RetortProperties properties, ObjectProvider<DataSource> sources) {
        this.properties = properties;
        this.sources = sources;
    }

    /** The configuration, with the database. */
    Retort.Configuration in(Retort.Configuration configuration) {
        String url = properties.url();
        if (url != null) {
            return configuration.database(stated(url));
        }
        DataSource source = application();
        String user = properties.user();
        return user == null
                ? configuration.dataSource(source)
                : configuration.database(Databases.of(source, user, environment()));
    }

    private Database stated(String url) {
        try {
            return Databases.of(url, properties.user(), environment());
        } catch (UsageException e) {
            throw new UsageException(
                            "Cannot use retort.url, as " + e.failure(),
                            e.reason() + ".",
                            e.cure().replace("--url ", "retort.url="))
                    .causedBy(e);
        }
    }

    private DataSource application() {
        DataSource source = sources.getIfUnique();
        if (source != null) {
            return source;
        }
        long several = sources.stream().count();
        throw new UsageException(
                "There is no database for the revisions of " + properties.packageName(),
                several == 0
                        ? "The application has no bean of type DataSource, and no property retort.url."
                        : "The application has " + several
                                + " beans of type DataSource, none of them @Primary, and no property retort.url.",
                several == 0
                        ? "State spring.datasource.url or retort.url; retort.enabled=false runs none."
                        : "Mark one @Primary, state retort.url, or declare a bean:"
                                + " Retort.configure().dataSource(…).revisions(\"" + properties.packageName()
                                + "\").build()");
    }

    /** The process's variables, with the stated password in the place where the command line has one. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        String password = properties.password();
        if (password != null) {
            environment.put("RETORT_PASSWORD", password);
        }
        return environment;
    }
}
