package dev.retort.model.validation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.Range;

/** Every constraint that means something for the schema. */
@Entity
class Parcel {

    @Id
    @Size(max = 36)
    String id;

    @NotNull
    String sender;

    @NotBlank
    @Size(max = 40)
    String recipient;

    @Length(max = 12)
    String code;

    @Digits(integer = 5, fraction = 2)
    BigDecimal price;

    @Min(3)
    int pieces;

    @Min(1)
    @Max(9)
    @Column(name = "Class")
    Integer level;

    @Range(min = 0, max = 100)
    int percent;

    @ShortCode
    String shelf;

    @NotNull(groups = Draft.class)
    String draftOnly;

    @Valid
    @NotNull
    @Embedded
    Size3 size;

    @ManyToOne
    @NotNull
    Parcel parent;
}

interface Draft {}

@Embeddable
class Size3 {

    @NotNull
    @Min(1)
    Integer width;

    Integer height;
}

@NotNull
@Size(max = 4)
@Constraint(validatedBy = {})
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface ShortCode {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
