CREATE TABLE base (id bigserial, kind text NOT NULL);
CREATE TABLE kid (CONSTRAINT kind_a CHECK (kind = 'A'), UNIQUE (id, kind)) INHERITS (base);
