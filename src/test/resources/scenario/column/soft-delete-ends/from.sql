CREATE TABLE guest (id bigint PRIMARY KEY, deleted boolean NOT NULL);
COMMENT ON COLUMN guest.deleted IS 'Soft-delete indicator';
CREATE TABLE stay (id bigint PRIMARY KEY, active boolean NOT NULL, guest_id bigint REFERENCES guest);
