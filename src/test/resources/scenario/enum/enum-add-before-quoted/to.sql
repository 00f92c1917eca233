CREATE TYPE q AS ENUM ('a','mid','it''s');
