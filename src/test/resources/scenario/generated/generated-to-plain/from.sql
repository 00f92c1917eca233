CREATE TABLE g (id serial PRIMARY KEY, a text GENERATED ALWAYS AS ('x') STORED, b text);
