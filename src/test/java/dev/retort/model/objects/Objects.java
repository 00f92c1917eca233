package dev.retort.model.objects;

import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;

/** Views, comments, checks. */
@Entity
@SuppressWarnings("deprecation")
@Check(constraints = "low < high")
@Check(name = "sane", constraints = "high < 1000")
@Comment("Readings of a sensor; 1 a minute")
class Reading {

    @Id
    Long id;

    @Comment("Degrees \\ Celsius")
    int low;

    @Column(check = @jakarta.persistence.CheckConstraint(constraint = "high > -10"))
    Integer high;

    @Formula("high - low")
    int span;

    @OneToMany(mappedBy = "reading")
    List<Daily> daily;
}

@Entity
@Immutable
@View(query = "select id, low as lowest, id as reading_id from reading where high is not null")
class Daily {

    @Id
    Long id;

    int lowest;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Reading reading;
}

@Entity
@Subselect("select id, count(*) as n from reading group by id")
class Counted {

    @Id
    Long id;

    long n;

    @ManyToOne
    Reading reading;
}
