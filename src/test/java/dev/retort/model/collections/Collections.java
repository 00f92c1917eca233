package dev.retort.model.collections;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaClass;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.TenantId;

/** Collections of every kind. */
@Entity
@SoftDelete(columnName = "gone")
class Team {

    @Id
    Long id;

    @TenantId
    String tenant;

    @ElementCollection
    Set<String> colours;

    @ElementCollection
    @CollectionTable(name = "team_point", indexes = @Index(name = "point_at", columnList = "x, y desc"))
    @OrderColumn(name = "place")
    @ListIndexBase(1)
    List<Point> points;

    @ElementCollection
    @MapKeyColumn(name = "season")
    @Column(name = "coach", nullable = false)
    Map<String, String> coaches;

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    Map<Level, Integer> counts;

    @ElementCollection
    @CollectionId(column = @Column(name = "note_id"), generator = "increment")
    @CollectionIdJavaClass(idType = Long.class)
    Collection<String> notes;

    @ManyToMany
    @JoinTable(name = "team_member", inverseJoinColumns = @JoinColumn(name = "player"))
    @SoftDelete(strategy = SoftDeleteType.ACTIVE)
    Set<Player> players;

    @OneToMany
    @JoinColumn(name = "reserve_of")
    @OnDelete(action = OnDeleteAction.CASCADE)
    List<Player> reserves;

    @OneToMany
    List<Player> alumni;

    @OneToOne
    Player captain;

    @Any
    @AnyKeyJavaClass(Long.class)
    @AnyDiscriminatorValue(discriminator = "P", entity = Player.class)
    @AnyDiscriminatorValue(discriminator = "T", entity = Team.class)
    @Column(name = "owner_type")
    @JoinColumn(name = "owner_id")
    Object owner;
}

enum Level {
    LOW,
    HIGH
}

@Embeddable
record Point(int x, Integer y) {}

@Entity
class Player {

    @Id
    Long id;

    @ManyToOne(optional = false)
    Team team;

    @ManyToMany
    List<Player> friends;
}
