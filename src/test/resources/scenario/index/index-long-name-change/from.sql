CREATE TABLE acct (id int, name text, email varchar(100), doc jsonb, at timestamp, active boolean);
CREATE UNIQUE INDEX some_index_with_a_really_long_name_near_the_limit_of_63_bytes ON acct (name, id);
