select c.oid,
       n.nspname as namespace,
       c.relname as name,
       c.relkind = 'm' as materialized,
       pg_get_viewdef(c.oid) as query
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('v', 'm')
   and c.relpersistence <> 't'
   and :scope
   and not exists (select from pg_depend e
                    where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
