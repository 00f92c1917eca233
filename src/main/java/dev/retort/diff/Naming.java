package dev.retort.diff;

/** How a constraint or index is named that the model leaves unnamed. */
public enum Naming {
    /** As PostgreSQL names it by itself: {@code orders_customer_id_fkey}. */
    POSTGRESQL,
    /** As Hibernate's default strategy names it: {@code FK} and a hash. Checks and primary keys, which it leaves open, PostgreSQL's way. */
    HIBERNATE
}
