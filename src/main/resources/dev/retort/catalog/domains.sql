-- A row a check; contype n, from 18, is typnotnull.
select t.oid,
       n.nspname as namespace,
       t.typname as name,
       format_type(t.typbasetype, t.typtypmod) as base,
       t.typnotnull as required,
       pg_get_expr(t.typdefaultbin, 0) as expression,
       t.typcollation as collation,
       b.typcollation as type_collation,
       k.oid as check_oid,
       k.conname as check_name,
       pg_get_expr(k.conbin, 0) as check_expression,
       k.convalidated as check_validated
  from pg_type t
  join pg_namespace n on n.oid = t.typnamespace
  join pg_type b on b.oid = t.typbasetype
  left join pg_constraint k on k.contypid = t.oid and k.contype = 'c'
 where t.typtype = 'd'
   and :scope
   and not exists (select from pg_depend e
                    where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
 order by t.oid, k.conname
