package dev.retort.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Three hundred entities of a business: twelve modules, twenty-five things in each, tied within the module and across. */
final class ManyEntities {

    private static final List<String> MODULES = List.of(
            "Billing",
            "Catalog",
            "Claims",
            "Content",
            "Crm",
            "Fleet",
            "Hr",
            "Inventory",
            "Ledger",
            "Orders",
            "Projects",
            "Support");

    private static final List<String> THINGS = List.of(
            "Account",
            "Address",
            "Agreement",
            "Approval",
            "Assignment",
            "Attachment",
            "Batch",
            "Budget",
            "Category",
            "Comment",
            "Contact",
            "Contract",
            "Document",
            "Event",
            "Item",
            "Message",
            "Note",
            "Period",
            "Plan",
            "Policy",
            "Rate",
            "Request",
            "Task",
            "Team",
            "Template");

    private ManyEntities() {}

    /** Compiles all of them into the folder {@code classes} of a project; their package is {@code acme}. */
    static void compile(Path project) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int module = 0; module < MODULES.size(); module++) {
            for (int thing = 0; thing < THINGS.size(); thing++) {
                String name = MODULES.get(module) + THINGS.get(thing);
                sources.put("acme/" + name + ".java", source(module, thing, name));
            }
        }
        TestEntities.compile(project, sources);
    }

    private static String source(int module, int thing, String name) {
        List<String> fields = new ArrayList<>();
        if (thing > 0) {
            fields.add(
                    "@ManyToOne(optional = false) " + MODULES.get(module) + THINGS.get((thing - 1) / 3) + " parent;");
        }
        if (thing % 4 == 1 && module > 0) {
            fields.add("@ManyToOne " + MODULES.get(module - 1) + THINGS.get(thing) + " origin;");
        }
        if (thing % 5 == 2) {
            fields.add("@Enumerated(EnumType.STRING) @Column(nullable = false, length = 20) State state;");
            fields.add("public enum State { DRAFT, OPEN, CLOSED }");
        }
        if (thing % 5 == 3) {
            fields.add("@Column(precision = 14, scale = 2) java.math.BigDecimal amount;");
        }
        if (thing % 6 == 4) {
            fields.add("@ElementCollection java.util.Set<String> labels;");
        }
        String index = thing % 3 == 0 ? "@Table(indexes = @Index(columnList = \"code, createdAt desc\"))" : "";
        return """
                package acme;
                import jakarta.persistence.*;
                @Entity %s
                public class %s {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                    @Version int version;
                    @Column(nullable = false, unique = %s, length = 40) String code;
                    @Column(nullable = false) java.time.Instant createdAt;
                    %s
                }
                """.formatted(index, name, thing % 2 == 0, String.join("\n    ", fields));
    }
}
