CREATE TABLE "user" (id serial PRIMARY KEY, name varchar(50), a1 text, pw varchar(50));
CREATE INDEX pw_idx ON "user" (pw);
CREATE TABLE address (id serial PRIMARY KEY, email_address varchar(100) NOT NULL);
CREATE TABLE "order" (order_id serial PRIMARY KEY, amount numeric(8,2) DEFAULT 0 NOT NULL, CONSTRAINT ck_order_amount CHECK (amount >= 0));
CREATE TABLE extra (x char, uid integer REFERENCES "user" (id));
