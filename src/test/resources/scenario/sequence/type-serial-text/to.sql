CREATE TABLE u ("some id" text NOT NULL);
