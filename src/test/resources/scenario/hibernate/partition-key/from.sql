create table parcel (id bigint not null, region varchar(255), primary key (id));
insert into parcel values (1, 'north');
