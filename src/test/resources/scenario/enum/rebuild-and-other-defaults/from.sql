CREATE TYPE mood AS ENUM ('sad','ok','happy','odd');
CREATE TABLE t (m mood, n mood DEFAULT 'ok', o mood DEFAULT 'sad', p mood[] DEFAULT '{ok}', q mood default 'odd', r mood default 'happy');
