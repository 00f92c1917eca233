CREATE TABLE u (id integer PRIMARY KEY);
CREATE TABLE o (id integer PRIMARY KEY, user_id integer CONSTRAINT fk_o_u REFERENCES u (id), code varchar(5) CONSTRAINT uq_o_code UNIQUE);
CREATE INDEX ix_o_user ON o (user_id);
