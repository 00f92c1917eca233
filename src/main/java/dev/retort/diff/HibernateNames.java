package dev.retort.diff;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The names that Hibernate's {@code ImplicitNamingStrategyJpaCompliantImpl} makes: a prefix and the MD5 of what is named, in base 35. */
final class HibernateNames {

    private HibernateNames() {}

    static String foreignKey(String table, String target, List<String> columns) {
        return "FK" + hash("table`" + table + "`references`" + target + "`" + columns(columns));
    }

    static String unique(String table, List<String> columns) {
        return "UK" + hash("table`" + table + "`" + columns(columns));
    }

    static String index(String table, List<String> columns) {
        return "IDX" + hash("table`" + table + "`" + columns(columns));
    }

    private static String columns(List<String> columns) {
        StringBuilder text = new StringBuilder();
        columns.stream().sorted().forEach(c -> text.append("column`").append(c).append('`'));
        return text.toString();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest).toString(35);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
