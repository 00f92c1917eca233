CREATE TABLE note (id integer PRIMARY KEY, owner text, region text);
ALTER TABLE note ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON note USING (owner = 'a' AND region = 'b');
