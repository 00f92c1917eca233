package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.Retort;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One project and several databases; by the real launcher. */
class SeveralEnvironmentsStoryTest {

    @TempDir
    Path folder;

    private StoryProject project;

    @BeforeEach
    void project() {
        project = new StoryProject(folder);
        project.settings("""
                [env.staging]
                url = "${DATABASE_URL_STAGING}"

                [env.production]
                url       = "${DATABASE_URL_PRODUCTION}"
                user      = "${MIGRATIONS_USER}"
                protected = true
                """);
        project.revision("0001", "");
        project.revision("0002", "0001");
    }

    @Test
    void oneNamePicksTheDatabaseAndTheUser() {
        Database production = project.database("DATABASE_URL_PRODUCTION");
        String role = "migrations_" + production.display().replaceFirst(".*/", "");
        StoryProject.behind(production, "CREATE ROLE " + role + " LOGIN PASSWORD 'it''s secret'");
        StoryProject.behind(production, "GRANT CREATE ON SCHEMA public TO " + role);
        project.variables().put("MIGRATIONS_USER", role);
        Map<String, String> asMigrations = new HashMap<>(project.variables());
        asMigrations.put("RETORT_PASSWORD", "it's secret");
        Launched done = Launched.in(folder, asMigrations, "upgrade", "head", "-e", "production", "--yes");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.err())
                .contains("from the base to 0002 in ", ", as " + role + " (")
                .doesNotContain("secret");
        assertThat(StoryProject.rows(
                        production, "SELECT DISTINCT tableowner FROM pg_tables WHERE tablename LIKE 't\\_%'"))
                .containsExactly(role);
        assertThat(project.done("current").out()).isEmpty();
        String url = Addresses.url(production).replaceFirst("[?&]user=[^&]*", "");
        Ran back = Ran.in(folder, asMigrations, "--url", url, "--user", role, "downgrade", "-1", "--yes");
        assertThat(back.code()).as(back.all()).isZero();
        assertThat(back.err()).contains(", as " + role + " (");

        Launched missing = project.with(2, "current", "-e", "staging");
        assertThat(missing.err()).contains("DATABASE_URL_STAGING is not set", "env.staging.url");
        StoryProject.behind(production, "DROP OWNED BY " + role);
        StoryProject.behind(production, "DROP ROLE " + role);
    }

    @Test
    void parametersOfTheDriverPassThroughAndForeignSpellingsOfAUrlWork() {
        Database staging = project.database("DATABASE_URL_STAGING");
        String url = Addresses.url(staging);
        String foreign = "postgresql+asyncpg://" + url.replaceFirst("^jdbc:postgresql://", "");
        project.variables().put("DATABASE_URL_STAGING", foreign);
        project.done("upgrade", "head", "-e", "staging");
        project.variables().put("DATABASE_URL_STAGING", foreign + "&application_name=deploy%20it");
        project.revision(
                "0003",
                "0002",
                "op.execute(\"CREATE TABLE who AS SELECT current_setting('application_name') AS name\");",
                "");
        project.done("upgrade", "head", "-e", "staging");
        assertThat(StoryProject.rows(staging, "SELECT name FROM who")).containsExactly("deploy it");

        project.variables().put("DATABASE_URL_STAGING", foreign + "&sslmode=verify-full&sslrootcert=/no/such/file");
        Launched refused = project.with(3, "current", "-e", "staging");
        assertThat(refused.err()).containsIgnoringCase("ssl");
    }

    @Test
    void productionShowsItsPlanAndAsksForItsName() {
        Database production = project.database("DATABASE_URL_PRODUCTION");
        project.variables().put("MIGRATIONS_USER", production.user());
        Launched pipeline = project.with(4, "upgrade", "head", "-e", "production");
        assertThat(pipeline.out()).contains("would upgrade <base> -> 0001, step 0001", "create table t_0001");
        assertThat(pipeline.err()).contains("production is protected", "--yes");
        assertThat(StoryProject.rows(production, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly("0");

        assertThat(typing("staging\n", "upgrade", "head", "-e", "production").code())
                .isEqualTo(4);
        Launched typed = typing("production\n", "upgrade", "head", "-e", "production");
        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err()).contains("Type the environment's name", "from the base to 0002 in ");

        assertThat(project.with(4, "downgrade", "-1", "-e", "production").err()).contains("protected", "--yes");
        Launched down = project.done("downgrade", "-1", "-e", "production", "--yes");
        assertThat(down.err())
                .containsPattern(
                        "downgraded \\S+ from 0002 to 0001 in [\\d.]+ m?s, as \\S+ \\(operating system user \\S+\\)");
    }

    /** At a terminal: the launcher is told that it has one, as a test has none to give. */
    private Launched typing(String text, String... words) {
        Map<String, String> variables = new HashMap<>(project.variables());
        variables.put("RETORT_JAVA_OPTS", "-Dretort.terminal=in,out,err");
        variables.put("NO_COLOR", "1");
        return Launched.typing(folder, variables, text, words);
    }

    @Test
    void oneVariableForOneCommandLeadsElsewhere() {
        Database staging = project.database("DATABASE_URL_STAGING");
        Database branch = TestServer.fresh();
        Map<String, String> once = new HashMap<>(project.variables());
        once.put("DATABASE_URL_STAGING", Addresses.url(branch));
        assertThat(Launched.in(folder, once, "upgrade", "head", "-e", "staging").code())
                .isZero();
        assertThat(StoryProject.rows(branch, "SELECT revision FROM retort_version"))
                .containsExactly("0002");
        assertThat(project.done("current", "-e", "staging").out()).isEmpty();
        assertThat(staging.display()).isNotEqualTo(branch.display());
    }

    @Test
    void localDevelopmentMaySkipRevisions() {
        project.done("upgrade", "head");
        project.entity("Customer", "private String name;");
        String columns =
                "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass('customer') AND attnum > 1 ORDER BY attnum";
        assertThat(project.with(1, "sync", "--check").out()).contains("create table customer");
        assertThat(project.rows(columns)).isEmpty();
        project.done("sync");
        assertThat(project.rows(columns)).containsExactly("name");

        StoryProject.behind(project.development(), "INSERT INTO customer (name) VALUES ('Ada')");
        project.entity("Customer", "private String title;");
        String copy = project.done("sync", "--backup").out().replaceFirst("(?s)copied \\S+ to (\\S+)\n.*", "$1");
        assertThat(copy).contains("_backup_20");
        assertThat(project.rows(columns)).containsExactly("name", "title");
        assertThat(project.rows("SELECT name FROM customer")).containsExactly("Ada");
        assertThat(project.rows("SELECT count(*) FROM t_0001")).containsExactly("0");
        StoryProject.behind(project.development(), "DROP DATABASE \"" + copy + "\"");
    }

    @Test
    void fiveReplicasThatStartAtOnceApplyEachRevisionOnce() throws Exception {
        project.revision("0003", "0002", "op.execute(\"CREATE TABLE seen (n int)\");", "");
        project.revision("0004", "0003", "op.execute(\"INSERT INTO seen SELECT count(*) FROM seen\");", "");
        ExecutorService replicas = Executors.newFixedThreadPool(5);
        try {
            List<Callable<Launched>> starts = IntStream.range(0, 5)
                    .<Callable<Launched>>mapToObj(i -> () -> project.retort("upgrade", "head"))
                    .toList();
            for (Future<Launched> started : replicas.invokeAll(starts)) {
                assertThat(started.get().code()).as(started.get().err()).isZero();
            }
        } finally {
            replicas.shutdown();
        }
        assertThat(project.rows("SELECT n FROM seen")).containsExactly("0");
        assertThat(project.rows("SELECT revision FROM retort_history ORDER BY id"))
                .containsExactly("0001", "0002", "0003", "0004");
    }

    @Test
    void anApplicationDoesTheSameThroughOneCall() throws IOException {
        Path classes = project.compileRevisions();
        try (URLClassLoader application = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            assertThat(Retort.configure()
                            .dataSource(new DatabaseSource(project.development()))
                            .revisions("com.acme.cafe.migrations")
                            .classLoader(application)
                            .build()
                            .upgrade("head")
                            .after())
                    .containsExactly("0002");
        }
        assertThat(project.done("upgrade", "head").err()).contains("Nothing to do", "stands at 0002");
    }

    @Test
    void aDatabaseAdministratorAppliesAScript() {
        Database production = project.database("DATABASE_URL_PRODUCTION");
        project.variables().put("MIGRATIONS_USER", production.user());
        project.revision("0003", "0002");
        project.revision("0004", "0003");
        project.revision("0005", "0004");
        project.done("upgrade", "0004", "-e", "production", "--yes");
        Launched script = project.done("upgrade", "--sql", "0004:head");
        assertThat(script.out()).contains("CREATE TABLE t_0005").doesNotContain("t_0004");
        StoryProject.behind(production, script.out());
        assertThat(project.done("current", "-e", "production").out()).startsWith("0005 (head)");
        assertThat(project.done("upgrade", "head", "-e", "production").err()).contains("Nothing to do");
    }
}
