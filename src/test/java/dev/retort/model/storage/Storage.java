package dev.retort.model.storage;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.time.LocalDate;
import java.util.Set;
import org.hibernate.annotations.PartitionKey;

/** How tables are kept, in all places that can say so. */
@Entity
@Table(
        options =
                "using heap with (fillfactor = 070, AUTOVACUUM_enabled = OFF, \"toast\".autovacuum_vacuum_threshold = '50',"
                        + " user_catalog_table, autovacuum_vacuum_scale_factor = 0.10)")
@SecondaryTable(name = "device_note", options = "with (fillfactor = 90)")
class Device {

    @Id
    @GeneratedValue(generator = "numbers")
    @TableGenerator(name = "numbers", table = "numbers", options = "with (fillfactor = 50)")
    Long id;

    @Column(nullable = false)
    String label;

    @Column(table = "device_note")
    String note;

    @ElementCollection
    @CollectionTable(name = "device_tag", options = "with (fillfactor = 80)")
    Set<String> tags;

    @ManyToMany
    @JoinTable(name = "device_peer", options = "with (fillfactor = 60)")
    Set<Device> peers;
}

/** Its values are all short. */
@Entity
@Table(options = "with (toast.autovacuum_enabled = off)")
class Counter {

    @Id
    Long id;
}

/** Without partitions of its own. */
@Entity
@Table(options = "partition by range (\"taken\")")
class Sample {

    @Id
    Long id;

    @PartitionKey
    LocalDate taken;
}

/** A key that the server prints otherwise. */
@Entity
@Table(options = "partition by range (id int8_ops) with (oids = false)")
class Bucket {

    @Column(nullable = false)
    String label;

    @Id
    Long id;
}
