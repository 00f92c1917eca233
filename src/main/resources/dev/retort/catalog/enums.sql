select t.oid, n.nspname as namespace, t.typname as name, l.enumlabel as label
  from pg_type t
  join pg_namespace n on n.oid = t.typnamespace
  left join pg_enum l on l.enumtypid = t.oid
 where t.typtype = 'e'
   and :scope
   and not exists (select from pg_depend e
                    where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
 order by t.oid, l.enumsortorder
