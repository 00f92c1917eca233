CREATE TABLE m (id integer, d date NOT NULL) PARTITION BY RANGE (d);
CREATE INDEX ix_m_id ON m (id);
