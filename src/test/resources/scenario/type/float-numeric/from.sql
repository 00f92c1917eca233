CREATE TABLE plot (
    id bigint PRIMARY KEY,
    hectares double precision,
    slope real,
    flags bit(8)
);
