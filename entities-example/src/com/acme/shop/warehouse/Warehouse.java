package com.acme.shop.warehouse;

import com.acme.shop.PostalAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A building with shelves. */
@Entity
@Table(schema = "warehouse", comment = "Buildings with shelves")
public class Warehouse {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @NotBlank
    @Column(length = 8, unique = true)
    private String code;

    @NotNull
    @Valid
    @Embedded
    private PostalAddress address;

    private LocalTime lastCollection;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private DayOfWeek[] closedOn;
}
