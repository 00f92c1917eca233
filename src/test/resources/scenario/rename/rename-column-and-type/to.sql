CREATE TABLE u (id bigint, user_name text NOT NULL);
