CREATE TABLE g (id serial PRIMARY KEY, a text, b text GENERATED ALWAYS AS ('x') STORED);
