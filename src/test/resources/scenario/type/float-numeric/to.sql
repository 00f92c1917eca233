CREATE TABLE plot (
    id bigint PRIMARY KEY,
    hectares numeric(38,2),
    slope numeric,
    flags bit(4)
);
