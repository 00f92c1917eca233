CREATE TABLE guest (id bigint PRIMARY KEY);
CREATE TABLE stay (id bigint PRIMARY KEY, guest_id bigint REFERENCES guest);
