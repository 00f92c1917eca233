CREATE FUNCTION code(a integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'select a';
CREATE DOMAIN positive AS integer DEFAULT code(1) CHECK (code(value) > 0);
CREATE TABLE guest (
    id bigint PRIMARY KEY,
    level positive,
    plain integer DEFAULT code(2) CHECK (code(plain) > 0),
    twice integer GENERATED ALWAYS AS (code(plain)) STORED,
    EXCLUDE (code(plain) WITH =)
);
CREATE INDEX guest_code ON guest ((code(plain)));
CREATE INDEX guest_some ON guest (id) WHERE code(plain) > 1;
CREATE STATISTICS guest_of ON (code(plain)), id FROM guest;
CREATE VIEW coded AS SELECT id, code(plain) AS code FROM guest;
CREATE MATERIALIZED VIEW stored AS SELECT id, code(plain) AS code FROM guest;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
CREATE TRIGGER touched BEFORE UPDATE ON guest FOR EACH ROW WHEN (code(new.plain) > 0) EXECUTE FUNCTION touch();
CREATE POLICY own ON guest USING (code(plain) > 0);
CREATE RULE kept AS ON DELETE TO guest WHERE code(old.plain) = 0 DO INSTEAD NOTHING;
CREATE FUNCTION outer_code(a integer) RETURNS integer IMMUTABLE LANGUAGE sql RETURN code(a);
