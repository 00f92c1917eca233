CREATE TABLE base (id bigint, n text);
CREATE TABLE kid (id bigint, n text, extra text);
CREATE TABLE m (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE m_1 PARTITION OF m FOR VALUES FROM ('2024-01-01') TO ('2026-01-01');
