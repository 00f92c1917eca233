package dev.retort.model;

/** The Hibernate that comes with Retort. */
final class OwnHibernate {

    private OwnHibernate() {}

    /** Its version, such as {@code 7.4.6.Final}. */
    static String version() {
        return org.hibernate.Version.getVersionString();
    }
}
