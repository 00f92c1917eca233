CREATE TYPE color AS ENUM ('red','green');
CREATE TABLE person (c color DEFAULT 'green');
