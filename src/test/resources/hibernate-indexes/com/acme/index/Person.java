package com.acme.index;

import jakarta.persistence.*;
import java.util.List;

/** Column lists that Hibernate's own parser breaks. */
@Entity
@Table(
        name = "person",
        indexes = {
            @Index(name = "lower_email", columnList = "lower(email)"),
            @Index(name = "either", columnList = "(coalesce(nick, email)), age desc"),
            @Index(name = "same_parts", columnList = "coalesce(age, 0), coalesce(height, 0) desc"),
            @Index(name = "nulls", columnList = "lastName desc nulls last, age asc nulls first"),
            @Index(name = "pattern", columnList = "email varchar_pattern_ops, \"nick name\" collate \"C\""),
            @Index(name = "one_email", columnList = "lower(email)", unique = true),
            @Index(name = "plain_unique", columnList = "age, height", unique = true)
        })
class Person {

    @Id
    Long id;

    String email;
    String nick;

    @Column(name = "`nick name`")
    String nickName;

    String lastName;
    int age;
    int height;

    @ElementCollection
    @CollectionTable(
            name = "person_tag",
            indexes = @Index(name = "tag_lower", columnList = "lower(tag), weight desc nulls last"))
    List<Tag> tags;
}

@Embeddable
class Tag {
    String tag;
    int weight;
}
