CREATE TABLE base (id bigserial, kind text NOT NULL);
