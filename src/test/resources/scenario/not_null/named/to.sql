CREATE TABLE t (
    id bigint PRIMARY KEY,
    plain text CONSTRAINT filled NOT NULL,
    named text NOT NULL,
    renamed text CONSTRAINT after NOT NULL,
    freed text,
    open text CONSTRAINT closed NOT NULL,
    new text DEFAULT 'x' CONSTRAINT new_too NOT NULL,
    counted bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT counts NOT NULL
);
CREATE TABLE other (id bigint CONSTRAINT always NOT NULL PRIMARY KEY, n serial CONSTRAINT counted NOT NULL);
