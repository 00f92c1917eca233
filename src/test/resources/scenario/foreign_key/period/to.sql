CREATE TABLE room (id int4range, valid_at tsrange, PRIMARY KEY (id, valid_at WITHOUT OVERLAPS), name text);
CREATE TABLE booking (id bigint PRIMARY KEY, room int4range, at tsrange, CONSTRAINT booking_room FOREIGN KEY (room, PERIOD at) REFERENCES room (id, PERIOD valid_at));
