CREATE TABLE p (st varchar CHECK (st::text = ANY (ARRAY['a'::varchar, 'b'::varchar]::text[])));
