create table person (id bigint not null, email varchar(255), a varchar(255), b varchar(255), name varchar(255), deleted boolean not null, primary key (id));
