package com.acme.shop.order;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.View;

/** What each customer has bought, for the support desk. */
@Entity
@Immutable
@View(query = """
                select c.id as customer_id,
                       c.email,
                       count(o.id) as orders,
                       coalesce(sum(o.total), 0) as turnover,
                       max(o.placed_at) as last_order_at
                from customer c
                left join orders o on o.customer_id = c.id and o.status <> 'CANCELLED'
                group by c.id, c.email""")
public class CustomerTurnover {

    @Id
    private Long customerId;

    private String email;

    private long orders;

    private BigDecimal turnover;

    private Instant lastOrderAt;

    public BigDecimal getTurnover() {
        return turnover;
    }
}
