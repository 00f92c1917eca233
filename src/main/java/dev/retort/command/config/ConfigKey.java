package dev.retort.command.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every setting there is; its word is the key of {@code retort.toml}, the long option, and (in capitals) the environment variable. */
public enum ConfigKey {
    DEFAULT_ENV("default-env", Kind.TEXT),
    URL("url", Kind.TEXT),
    USER("user", Kind.TEXT),
    PROTECTED("protected", Kind.FLAG),
    CLASSPATH("classpath", Kind.PATH_LIST),
    ENTITIES("entities", Kind.LIST),
    HIBERNATE("hibernate", Kind.TABLE),
    HIBERNATE_PROPERTIES("hibernate-properties", Kind.TEXT),
    REVISIONS("revisions", Kind.TEXT),
    PACKAGE("package", Kind.TEXT),
    REVISION_ID("revision-id", Kind.TEXT),
    SCRATCH("scratch", Kind.TEXT),
    SCHEMAS("schemas", Kind.LIST),
    EXCLUDE("exclude", Kind.PATTERNS),
    INCLUDE("include", Kind.PATTERNS),
    NAMING("naming", Kind.TEXT),
    NAMING_TEMPLATES("naming-templates", Kind.TABLE),
    EXCLUDE_KINDS("exclude-kinds", Kind.LIST),
    ACCEPT("accept", Kind.LIST),
    REVISION_HEADER("revision-header", Kind.TEXT),
    REVISION_CLASS("revision-class", Kind.TEXT),
    TIMEZONE("timezone", Kind.TEXT),
    LOCK_TIMEOUT("lock-timeout", Kind.TEXT),
    STATEMENT_TIMEOUT("statement-timeout", Kind.TEXT),
    LOCK_WAIT("lock-wait", Kind.TEXT),
    TRANSACTION("transaction", Kind.TEXT),
    SCHEMA_PER_TENANT("schema-per-tenant", Kind.TEXT),
    TENANTS_QUERY("tenants-query", Kind.TEXT),
    TENANTS_FILE("tenants-file", Kind.TEXT),
    TENANT("tenant", Kind.NAMES),
    TENANTS_SHARED("tenants-shared", Kind.LIST),
    JOBS("jobs", Kind.NUMBER),
    COLOR("color", Kind.TEXT),
    QUIET("quiet", Kind.FLAG),
    VERBOSE("verbose", Kind.FLAG),
    PROGRESS("progress", Kind.TEXT);

    /** What a setting holds. */
    public enum Kind {
        TEXT("a string"),
        FLAG("true or false"),
        NUMBER("a number"),
        /** Comma-separated outside the file. */
        LIST("a list of strings"),
        /** Joined by the platform's separator outside the file. */
        PATH_LIST("a list of paths"),
        /** Regular expressions, which hold commas of their own, so never split. */
        PATTERNS("a list of regular expressions"),
        /** Names of what stands in a database, which may hold commas, so never split. */
        NAMES("a list of names"),
        TABLE("a table of strings");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What is expected, in words. */
        public String words() {
            return words;
        }
    }

    private final String word;
    private final Kind kind;

    ConfigKey(String word, Kind kind) {
        this.word = word;
        this.kind = kind;
    }

    /** The key of the file. */
    public String word() {
        return word;
    }

    /** What it holds. */
    public Kind kind() {
        return kind;
    }

    /** The environment variable, such as {@code RETORT_REVISION_ID}. */
    public String variable() {
        return "RETORT_" + word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Whether an environment variable states it: no table fits into one, and the default environment's is {@code RETORT_ENV}. */
    boolean hasVariable() {
        return this != DEFAULT_ENV && kind != Kind.TABLE;
    }

    /** The key of that word. */
    public static Optional<ConfigKey> of(String word) {
        return Arrays.stream(values()).filter(key -> key.word.equals(word)).findFirst();
    }

    /** Every key that the top of the file may hold. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ConfigKey::word).toList();
    }
}
