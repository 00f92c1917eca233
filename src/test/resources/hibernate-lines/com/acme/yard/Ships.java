package com.acme.yard;

import jakarta.persistence.*;
import jakarta.validation.constraints.*;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.type.SqlTypes;

@MappedSuperclass
abstract class Base {

    @Id
    @GeneratedValue
    Long id;

    @Version
    int version;

    @CreationTimestamp
    Instant createdAt;
}

/** Single table, with attributes that only a subclass has. */
@Entity
@jakarta.persistence.Table(
        name = "vessel",
        uniqueConstraints = @UniqueConstraint(name = "vessel_call_sign", columnNames = {"flag", "callSign"}),
        indexes = {
            @jakarta.persistence.Index(name = "vessel_launched", columnList = "launched desc, name"),
            @jakarta.persistence.Index(name = "vessel_registry", columnList = "registry", unique = true)
        })
@Comment("Everything that swims")
class Vessel extends Base {

    @NotNull
    @Size(max = 80)
    String name;

    @Size(min = 2, max = 2)
    String flag;

    String callSign;

    @Column(name = "registry", length = 20)
    String registryNumber;

    LocalDate launched;
    LocalTime watchStarts;
    Duration passage;

    @Digits(integer = 7, fraction = 2)
    BigDecimal value;

    @Min(1)
    @Max(400)
    int crew;

    @Check(constraints = "draught > 0")
    Double draught;

    @ColumnDefault("'moored'")
    @Column(nullable = false)
    String state;

    @Enumerated(EnumType.STRING)
    Hull hull;

    @Enumerated
    Hull spare;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    Yard yard;

    @Embedded
    Measures measures;

    @Embedded
    @AttributeOverride(name = "length", column = @Column(name = "hold_length"))
    @AttributeOverride(name = "beam", column = @Column(name = "hold_beam"))
    Measures hold;
}

@Entity
class Tug extends Vessel {

    @Column(nullable = false)
    Integer bollardPull;

    @ManyToOne(optional = false)
    Yard winterYard;
}

@Entity
@DiscriminatorValue("FERRY")
class Ferry extends Vessel {

    @Column(unique = true)
    String route;
}

enum Hull {
    STEEL,
    WOOD,
    GLASS_FIBRE
}

@Embeddable
class Measures {
    double length;

    @Column(nullable = false)
    Double beam;
}

@Entity
class Yard extends Base {

    @NaturalId
    @Column(length = 12)
    String code;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> contacts;

    @JdbcTypeCode(SqlTypes.JSON)
    Berth mainBerth;

    List<Integer> depths;
    String[] names;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Season season;

    @Column(columnDefinition = "numeric(9,2) default 0 not null")
    BigDecimal rent;

    @GeneratedColumn("upper(code)")
    String upperCode;

    @Lob
    String history;

    UUID token;
    OffsetDateTime opened;
    ZonedDateTime closed;
    Year founded;
}

@Embeddable
class Berth {
    int number;

    @Column(nullable = false)
    String pier;
}

enum Season {
    WINTER,
    SUMMER,
    AUTUMN
}
