CREATE DOMAIN positive AS integer DEFAULT 1 CHECK (value > 0);
CREATE TABLE guest (id bigint PRIMARY KEY, level positive, plain integer DEFAULT 2 CHECK (plain > 0),
    twice integer GENERATED ALWAYS AS (plain) STORED);
CREATE INDEX guest_code ON guest ((plain));
CREATE STATISTICS guest_of ON (plain + 1), id FROM guest;
CREATE VIEW coded AS SELECT id, plain AS code FROM guest;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
CREATE TRIGGER touched BEFORE UPDATE ON guest FOR EACH ROW WHEN (new.plain > 0) EXECUTE FUNCTION touch();
CREATE POLICY own ON guest USING (plain > 0);
CREATE RULE kept AS ON DELETE TO guest WHERE old.plain = 0 DO INSTEAD NOTHING;
CREATE FUNCTION outer_code(a integer) RETURNS integer IMMUTABLE LANGUAGE sql RETURN a;
