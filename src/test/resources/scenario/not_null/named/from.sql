CREATE TABLE t (
    id bigint PRIMARY KEY,
    plain text NOT NULL,
    named text CONSTRAINT "Must be" NOT NULL,
    renamed text CONSTRAINT before NOT NULL,
    freed text CONSTRAINT gone NOT NULL,
    open text
);
