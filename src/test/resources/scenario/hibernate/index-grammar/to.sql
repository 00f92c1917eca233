create table person (id bigint not null, email varchar(255), a varchar(255), b varchar(255), name varchar(255), deleted boolean not null, primary key (id));
create index person_email on person (lower(email));
create index person_either on person ((coalesce(a, b)));
create index person_name on person (name desc nulls last);
create unique index person_live on person (name) where not deleted;
