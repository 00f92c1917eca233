CREATE TYPE q AS ENUM ('a','it''s');
