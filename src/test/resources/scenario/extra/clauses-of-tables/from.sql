CREATE TYPE "the kind" AS (id int, code text);
CREATE TABLE thing OF "the kind";
CREATE TABLE pile (id int, code text);
CREATE ACCESS METHOD heaps TYPE TABLE HANDLER heap_tableam_handler;
