-- For the comments on them alone.
select a.attrelid as relation, a.attnum as number, a.attname as name
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
 where c.relkind in ('v', 'm')
   and a.attnum > 0
   and exists (select from pg_description d
                where d.classoid = 'pg_class'::regclass and d.objoid = a.attrelid and d.objsubid = a.attnum)
