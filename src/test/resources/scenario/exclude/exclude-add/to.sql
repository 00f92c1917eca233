CREATE TABLE ci (c circle, CONSTRAINT ci_x EXCLUDE USING gist (c WITH &&));
