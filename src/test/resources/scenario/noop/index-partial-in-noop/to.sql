CREATE TABLE acct (id int, name text, email varchar(100), doc jsonb, at timestamp, active boolean);
CREATE INDEX i ON acct (id) WHERE ((email)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]));
