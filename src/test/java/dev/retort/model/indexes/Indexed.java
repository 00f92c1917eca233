package dev.retort.model.indexes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** Column lists that Hibernate's own parser breaks. */
@Entity
@Table(
        name = "person",
        indexes = {
            @Index(name = "lower_email", columnList = "lower(email)"),
            @Index(name = "either", columnList = "(coalesce(nick, email)), age desc"),
            @Index(name = "same_parts", columnList = "coalesce(age, 0), coalesce(height, 0) desc"),
            @Index(name = "nulls", columnList = "last_name desc nulls last, age asc nulls first"),
            @Index(name = "pattern", columnList = "email varchar_pattern_ops, \"Nick Name\" collate \"C\""),
            @Index(name = "older_first", columnList = "age desc"),
            @Index(name = "active_email", columnList = "email", unique = true, options = "where deleted_at is null"),
            @Index(name = "covering", columnList = "age", options = "include (email) with (fillfactor = 70)"),
            @Index(name = "lonely", columnList = "missing"),
            @Index(name = "one_email", columnList = "lower(email)", unique = true),
            @Index(name = "json_path", columnList = "data ->> 'id' desc, age"),
            @Index(name = "plain_unique", columnList = "age, height", unique = true),
            @Index(columnList = "nick, age"),
            @Index(columnList = "age desc, nick desc")
        },
        uniqueConstraints = {
            @UniqueConstraint(name = "nick_once", columnNames = "nick", options = "nulls not distinct"),
            @UniqueConstraint(name = "height_later", columnNames = "height", options = "deferrable initially deferred")
        })
class Person {

    @Id
    Long id;

    String email;
    String nick;

    @Column(name = "`Nick Name`")
    String nickName;

    @Column(name = "last_name")
    String lastName;

    int age;
    int height;

    @Column(name = "deleted_at")
    String deletedAt;

    @Column(columnDefinition = "jsonb")
    String data;
}
