CREATE TYPE ostate AS ENUM ('p','s');
CREATE TABLE o (id int, st ostate NOT NULL DEFAULT 'p');
