package dev.retort.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Revisions at the start of a Spring Boot application. */
class UpgradeAtStartTest {

    /** Spring Boot would set the logging of this JVM up, and warm up what no test uses. */
    private static final Map<String, String> QUIET = Map.of(
            "org.springframework.boot.logging.LoggingSystem", "none", "spring.backgroundpreinitializer.ignore", "true");

    private final Logger log = Logger.getLogger("org.springframework");
    private final Told told = new Told();
    private Database database;

    @BeforeEach
    void open() {
        QUIET.forEach(System::setProperty);
        log.setUseParentHandlers(false);
        log.addHandler(told);
        database = TestServer.fresh();
    }

    @AfterEach
    void close() {
        QUIET.keySet().forEach(System::clearProperty);
        log.removeHandler(told);
        log.setUseParentHandlers(true);
        TestServer.drop(database);
    }

    @ParameterizedTest
    @EnumSource
    void revisionsRunBeforeAnythingUsesTheDatabase(SpringVersion spring) throws SQLException {
        Map<String, Object> stated = with("retort.package", "com.acme.shop.migrations");
        stated.putAll(Map.of("retort.target", "0005", "retort.phase", "before", "retort.transaction", "all"));
        stated.putAll(Map.of("retort.lock-wait", "5s", "retort.lock-timeout", "1s", "retort.statement-timeout", "1m"));
        stated.putAll(Map.of("spring.main.lazy-initialization", true, "retort.url", Addresses.url(database)));
        stated.put("retort.password", Addresses.password(database).getOrDefault("RETORT_PASSWORD", ""));
        assertThat(spring.start(stated)).containsExactly("customer", "ran 5", "MANAGED UNMANAGED");
        assertThat(asked("SELECT revision FROM retort_version")).containsExactly("0005");
    }

    @ParameterizedTest
    @EnumSource
    void aRevisionThatFailsEndsTheStart(SpringVersion spring) throws SQLException {
        assertThatThrownBy(() -> spring.start(with("retort.package", "dev.retort.spring.failing")))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(told.text())
                .contains("Description:", "Action:")
                .contains("The upgrade of 2 (second) failed at R2.java:13:\n\nin step 1: invalid input syntax")
                .contains("Starting the application again runs the upgrade as well.")
                .contains("\\u001b[2J")
                .doesNotContain("\u001b");
        assertThat(asked("SELECT revision FROM retort_version")).containsExactly("1");
    }

    @Test
    void nothingRunsUnasked() {
        assertThat(SpringVersion.BOOT_4.start(with())).containsExactly("none", "asleep", "nobody's");
        assertThat(SpringVersion.BOOT_4.start(
                        with("retort.package", "com.acme.shop.migrations", "retort.enabled", false)))
                .containsExactly("none", "asleep", "nobody's");
    }

    @Test
    void whatIsNotStatedIsSaid() {
        assertThatThrownBy(() -> SpringVersion.BOOT_4.start(with("retort.enabled", true)));
        assertThat(told.text())
                .contains("The package of the revisions is not known", "retort.package=com.acme.migrations");
        assertThatThrownBy(
                () -> SpringVersion.BOOT_4.start(with("retort.package", "a", "retort.url", "mysql://x:secret@h/d")));
        assertThat(told.text())
                .contains("Cannot use retort.url", "retort.url=jdbc:postgresql://")
                .doesNotContain("secret");
        assertThatThrownBy(() -> SpringVersion.BOOT_4.start(with("retort.package", "a", "retort.pasword", "secret")));
        assertThat(told.text()).contains("retort.pasword");
        assertThatThrownBy(() -> SpringVersion.BOOT_4.start(with("retort.package", "com.acme.nothing")));
        assertThat(told.text()).contains("There are no revisions in the package com.acme.nothing");
    }

    @Test
    void severalAtOnceWithABeanOfTheirOwnApplyOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<String>>> starts = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                starts.add(threads.submit(
                        () -> SpringVersion.BOOT_4.start(with("shop.own", true, "retort.enabled", true))));
            }
            Set<String> ran = new TreeSet<>();
            for (Future<List<String>> start : starts) {
                assertThat(start.get().get(0)).isEqualTo("customer");
                ran.add(start.get().get(1));
            }
            assertThat(ran).containsExactly("ran 0", "ran 5");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void migrationsHaveARoleOfTheirOwn() throws SQLException {
        String role = "migrations_" + database.display().replaceFirst(".*/", "");
        asked("CREATE ROLE " + role + " LOGIN PASSWORD 'it''s secret'; GRANT CREATE ON SCHEMA public TO " + role);
        try {
            Map<String, Object> stated = with("retort.package", "dev.retort.spring.failing", "retort.target", "1");
            stated.putAll(Map.of("retort.user", role, "retort.password", "it's secret"));
            assertThat(SpringVersion.BOOT_4.start(stated)).contains("ran 1");
            assertThat(asked("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"))
                    .containsExactly(role);
        } finally {
            asked("DROP OWNED BY " + role + "; DROP ROLE " + role);
        }
    }

    private Map<String, Object> with(Object... stated) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("shop.url", Addresses.url(database));
        properties.put("shop.password", Addresses.password(database).getOrDefault("RETORT_PASSWORD", ""));
        for (int i = 0; i < stated.length; i += 2) {
            properties.put((String) stated[i], stated[i + 1]);
        }
        return properties;
    }

    private List<String> asked(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                ResultSet result = statement.getResultSet();
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
        }
        return rows;
    }

    private static final class Told extends Handler {

        private final ConcurrentLinkedQueue<String> messages = new ConcurrentLinkedQueue<>();

        /** What was told of failures since the last time. */
        String text() {
            String text = String.join("\n", messages);
            messages.clear();
            return text;
        }

        @Override
        public void publish(LogRecord told) {
            if (told.getLoggerName().endsWith(".LoggingFailureAnalysisReporter")) {
                messages.add(told.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
