CREATE TYPE e AS ENUM ('c','a','b');
