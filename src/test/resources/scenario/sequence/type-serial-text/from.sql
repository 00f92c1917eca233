CREATE TABLE u ("some id" serial);
