select a.attrelid as relation, a.attnum as number, a.attoptions::text[] as options
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
 where a.attoptions is not null
   and c.relkind in ('i', 'I')
