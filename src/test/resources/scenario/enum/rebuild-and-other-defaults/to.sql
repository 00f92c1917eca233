CREATE TYPE mood AS ENUM ('sad','ok','happy');
CREATE TABLE t (m mood default 'ok', n mood, o mood DEFAULT 'ok', p mood[] DEFAULT '{sad}', q mood default 'ok', r mood default 'happy');
