package dev.retort.model.definitions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;

/** Columns that state more than a type. */
@Entity
class Item {

    @Id
    @Column(columnDefinition = "bigint generated always as identity (start with 10 increment by 5)")
    Long id;

    @Column(columnDefinition = "varchar(20) default 'it''s' not null")
    String quoted;

    @Column(columnDefinition = "TEXT COLLATE \"C\" DEFAULT ''")
    String collated;

    @Column(columnDefinition = "numeric(10,2) default 0.00 check (price >= 0) not null")
    BigDecimal price;

    @Column(columnDefinition = "integer constraint item_stock_limits check (stock between 0 and 999) default (1 + 2)")
    int stock;

    @Column(columnDefinition = "varchar(8) unique")
    String code;

    @Column(columnDefinition = "bigint references item (id) on delete set null")
    Long parent;

    @Column(columnDefinition = "timestamp with time zone default now()")
    Instant at;

    @Column(
            columnDefinition = "numeric(12,2) generated always as (price * 2) stored",
            insertable = false,
            updatable = false)
    BigDecimal twice;

    @Column(columnDefinition = "double precision")
    double weight;

    @Column(columnDefinition = "character varying (30)")
    String spaced;

    @Column(columnDefinition = "int[] default '{}'")
    int[] numbers;

    @Column(options = "default 'x' not null check (options <> '')")
    String options;

    @ColumnDefault("'new'")
    @Collate("C")
    String state;

    @ColumnDefault("null")
    String none;

    @GeneratedColumn("upper(code)")
    String shout;
}
