CREATE TABLE u (id bigserial NOT NULL);
