CREATE TABLE room (id int4range, valid_at tsrange, CONSTRAINT room_pkey PRIMARY KEY (id, valid_at WITHOUT OVERLAPS));
CREATE TABLE booking (id int4range, room int4range, at tsrange, CONSTRAINT booking_pkey PRIMARY KEY (id, at));
