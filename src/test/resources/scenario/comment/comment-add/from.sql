CREATE TABLE h (id bigserial PRIMARY KEY, f text);
