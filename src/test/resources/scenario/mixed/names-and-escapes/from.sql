CREATE TABLE "\u0041" (" " int, "%s" text, "$1" text, "{0}" int);
