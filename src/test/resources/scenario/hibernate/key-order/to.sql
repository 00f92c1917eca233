create table customer_phones (phones_order integer not null, customer_id bigint not null, phones varchar(255), primary key (phones_order, customer_id));
