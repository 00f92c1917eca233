CREATE SCHEMA tools;
CREATE EXTENSION citext;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION "uuid-ossp" SCHEMA tools;
CREATE DOMAIN word AS citext CHECK (value <> '');
CREATE TABLE guest (id bigint PRIMARY KEY, mail citext, nick word DEFAULT 'a', code uuid DEFAULT tools.uuid_generate_v4());
CREATE INDEX guest_nick ON guest USING gin ((nick::text) gin_trgm_ops);
CREATE FUNCTION same(citext, citext) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 = $2;
CREATE VIEW named AS SELECT id, similarity(nick::text, 'a') AS near FROM guest WHERE same(mail, nick);
