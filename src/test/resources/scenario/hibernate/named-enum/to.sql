create type Kind as enum ('ALPHA','BETA');
create cast (varchar as Kind) with inout as implicit;
create cast (Kind as varchar) with inout as implicit;
create table thing (id bigint not null, kind Kind, primary key (id));
