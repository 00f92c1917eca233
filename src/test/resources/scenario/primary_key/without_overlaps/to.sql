CREATE TABLE room (id int4range, valid_at tsrange, CONSTRAINT room_pkey PRIMARY KEY (id, valid_at));
CREATE TABLE booking (id int4range, room int4range, at tsrange, CONSTRAINT booking_pkey PRIMARY KEY (id, at WITHOUT OVERLAPS));
CREATE TABLE fresh ("The Id" int4range, at tsrange, PRIMARY KEY ("The Id", at WITHOUT OVERLAPS));
