-- What is seen and never changed, each kind with a definition by which two databases can be told apart.
select 'EXTENSION' as kind, n.nspname as namespace, e.extname::text as name,
       null::name as table_namespace, null::name as table_name,
       format('VERSION %L', e.extversion) as definition
  from pg_extension e
  join pg_namespace n on n.oid = e.extnamespace
 where e.extname <> 'plpgsql'
union all
select 'FUNCTION', n.nspname, format('%s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)), null, null,
       pg_get_functiondef(p.oid)
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
 where p.prokind <> 'a'
   and :scope
   and not exists (select from pg_depend e
                    where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype in ('e', 'i'))
union all
select 'TRIGGER', n.nspname, t.tgname, n.nspname, c.relname,
       pg_get_triggerdef(t.oid) || case t.tgenabled when 'O' then '' when 'D' then ' DISABLED'
                                                    when 'R' then ' ENABLED REPLICA' else ' ENABLED ALWAYS' end
  from pg_trigger t
  join pg_class c on c.oid = t.tgrelid
  join pg_namespace n on n.oid = c.relnamespace
 where not t.tgisinternal
   and t.tgparentid = 0
   and :scope
union all
select 'POLICY', n.nspname, p.polname, n.nspname, c.relname,
       format('AS %s FOR %s TO %s',
              case when p.polpermissive then 'PERMISSIVE' else 'RESTRICTIVE' end,
              case p.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE'
                            when 'd' then 'DELETE' else 'ALL' end,
              (select string_agg(case when r = 0 then 'PUBLIC' else quote_ident(pg_get_userbyid(r)) end, ', ' order by 1)
                 from unnest(p.polroles) r))
           || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
           || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
  from pg_policy p
  join pg_class c on c.oid = p.polrelid
  join pg_namespace n on n.oid = c.relnamespace
 where :scope
union all
select 'ROW_SECURITY', n.nspname, c.relname, n.nspname, c.relname,
       concat_ws(', ', case when c.relrowsecurity then 'ENABLE ROW LEVEL SECURITY' end,
                 case when c.relforcerowsecurity then 'FORCE ROW LEVEL SECURITY' end)
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where (c.relrowsecurity or c.relforcerowsecurity)
   and :scope
union all
select 'RULE', n.nspname, r.rulename, n.nspname, c.relname, pg_get_ruledef(r.oid)
  from pg_rewrite r
  join pg_class c on c.oid = r.ev_class
  join pg_namespace n on n.oid = c.relnamespace
 where r.rulename <> '_RETURN'
   and :scope
union all
-- The comments, for who takes one off and puts it there again.
select k.kind, n.nspname, k.name, n.nspname, c.relname, d.description
  from (select 'TRIGGER_COMMENT' as kind, 'pg_trigger'::regclass as catalog, t.oid, t.tgname as name, t.tgrelid as relation
          from pg_trigger t
         where t.tgparentid = 0
        union all
        select 'POLICY_COMMENT', 'pg_policy'::regclass, p.oid, p.polname, p.polrelid
          from pg_policy p
        union all
        select 'RULE_COMMENT', 'pg_rewrite'::regclass, r.oid, r.rulename, r.ev_class
          from pg_rewrite r) k
  join pg_description d on d.classoid = k.catalog and d.objoid = k.oid
  join pg_class c on c.oid = k.relation
  join pg_namespace n on n.oid = c.relnamespace
 where d.description <> ''
   and :scope
union all
select 'STATISTICS_COMMENT', n.nspname, s.stxname, n.nspname, c.relname, obj_description(s.oid, 'pg_statistic_ext')
  from pg_statistic_ext s
  join pg_class c on c.oid = s.stxrelid
  join pg_namespace n on n.oid = c.relnamespace
 where obj_description(s.oid, 'pg_statistic_ext') <> ''
   and :scope
union all
select 'FUNCTION_COMMENT', n.nspname, format('%s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)), null, null,
       obj_description(p.oid, 'pg_proc')
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
 where p.oid >= 16384
   and obj_description(p.oid, 'pg_proc') <> ''
   and :scope
   and not exists (select from pg_depend e
                    where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype in ('e', 'i'))
union all
select k.kind, n.nspname, k.name, null, null, d.description
  from (select 'OPERATOR_COMMENT' as kind, 'pg_operator'::regclass as catalog, o.oid, o.oprnamespace as namespace,
               format('%s(%s, %s)', o.oprname, case when o.oprleft = 0 then 'NONE' else format_type(o.oprleft, null) end,
                      format_type(o.oprright, null)) as name
          from pg_operator o
        union all
        select 'TYPE_COMMENT', 'pg_type'::regclass, t.oid, t.typnamespace, t.typname
          from pg_type t
         where t.typtype = 'r'
        union all
        select 'COLLATION_COMMENT', 'pg_collation'::regclass, l.oid, l.collnamespace, l.collname
          from pg_collation l
        union all
        select 'TEXT_SEARCH_DICTIONARY_COMMENT', 'pg_ts_dict'::regclass, t.oid, t.dictnamespace, t.dictname
          from pg_ts_dict t
        union all
        select 'TEXT_SEARCH_CONFIGURATION_COMMENT', 'pg_ts_config'::regclass, t.oid, t.cfgnamespace, t.cfgname
          from pg_ts_config t
        union all
        select 'CAST_COMMENT', 'pg_cast'::regclass, k.oid,
               coalesce(nullif(t.typnamespace, 'pg_catalog'::regnamespace), nullif(s.typnamespace, 'pg_catalog'::regnamespace),
                        nullif(f.pronamespace, 'pg_catalog'::regnamespace),
                        (select o.oid from pg_namespace o where o.nspname = 'public')),
               format('%s as %s', format_type(k.castsource, null), format_type(k.casttarget, null))
          from pg_cast k
          join pg_type s on s.oid = k.castsource
          join pg_type t on t.oid = k.casttarget
          left join pg_proc f on f.oid = k.castfunc) k
  join pg_description d on d.classoid = k.catalog and d.objoid = k.oid and d.objsubid = 0
  join pg_namespace n on n.oid = k.namespace
 where k.oid >= 16384
   and d.description <> ''
   and :scope
   and not exists (select from pg_depend e where e.classid = k.catalog and e.objid = k.oid and e.deptype in ('e', 'i'))
union all
-- Every extension brings one, so that only a stated one is compared.
select 'EXTENSION_COMMENT', n.nspname, e.extname, null, null, obj_description(e.oid, 'pg_extension')
  from pg_extension e
  join pg_namespace n on n.oid = e.extnamespace
 where e.extname <> 'plpgsql'
   and obj_description(e.oid, 'pg_extension') <> ''
union all
-- Who may call a function, where that is not everybody.
select 'GRANT', n.nspname, format('%s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)), null, null,
       coalesce((select string_agg(format('%s TO %s%s', g.privilege_type,
                                          case when g.grantee = 0 then 'PUBLIC' else quote_ident(pg_get_userbyid(g.grantee)) end,
                                          case when g.is_grantable then ' WITH GRANT OPTION' else '' end), ', '
                                   order by g.grantee, g.privilege_type)
                   from aclexplode(p.proacl) g
                  where g.grantee <> p.proowner), 'nobody')
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
 where p.proacl is not null
   and :scope
   and not exists (select from pg_depend e
                    where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype in ('e', 'i'))
union all
select 'PUBLICATION', n.nspname, p.pubname, n.nspname, c.relname,
       concat_ws(' ', (select '(' || string_agg(quote_ident(a.attname), ', ' order by a.attnum) || ')' -- since 15
                         from pg_attribute a -- since 15
                        where a.attrelid = k.prrelid and a.attnum = any (k.prattrs)), -- since 15
                 'WHERE (' || pg_get_expr(k.prqual, k.prrelid) || ')') -- since 15
       '' -- until 14
  from pg_publication_rel k
  join pg_publication p on p.oid = k.prpubid
  join pg_class c on c.oid = k.prrelid
  join pg_namespace n on n.oid = c.relnamespace
 where :scope
union all
select 'STATISTICS', n.nspname, s.stxname, n.nspname, c.relname,
       pg_get_statisticsobjdef(s.oid) || case when s.stxstattarget >= 0 then ' STATISTICS ' || s.stxstattarget else '' end
  from pg_statistic_ext s
  join pg_class c on c.oid = s.stxrelid
  join pg_namespace n on n.oid = c.relnamespace
 where :scope
union all
select 'PARTITION', n.nspname, c.relname, rn.nspname, r.relname,
       format('PARTITION OF %s %s', h.inhparent::regclass, pg_get_expr(c.relpartbound, c.oid))
       -- What it has beside what its parent gives it.
       || coalesce((select string_agg(format(', %I DEFAULT %s', a.attname, pg_get_expr(d.adbin, d.adrelid)), '' order by a.attname)
                      from pg_attrdef d
                      join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                     where d.adrelid = c.oid
                       and not exists (select from pg_attrdef pd
                                         join pg_attribute pa on pa.attrelid = pd.adrelid and pa.attnum = pd.adnum
                                        where pd.adrelid = h.inhparent and pa.attname = a.attname
                                          and pg_get_expr(pd.adbin, pd.adrelid) = pg_get_expr(d.adbin, d.adrelid))), '')
       || coalesce((select string_agg(format(', %I NOT NULL', a.attname), '' order by a.attname)
                      from pg_attribute a
                      join pg_attribute pa on pa.attrelid = h.inhparent and pa.attname = a.attname
                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                       and a.attnotnull and not pa.attnotnull), '')
       || coalesce((select string_agg(format(', %I %s', k.conname, pg_get_constraintdef(k.oid)), '' order by k.conname)
                      from pg_constraint k
                     where k.conrelid = c.oid and k.conparentid = 0 and k.coninhcount = 0
                       and k.contype in ('p', 'u', 'c', 'f', 'x')), '')
       || coalesce((select string_agg(', ' || pg_get_indexdef(i.indexrelid), '' order by i.indexrelid::regclass::text)
                      from pg_index i
                     where i.indrelid = c.oid
                       and not exists (select from pg_inherits ih where ih.inhrelid = i.indexrelid)
                       and not exists (select from pg_constraint k where k.conindid = i.indexrelid)), '')
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_inherits h on h.inhrelid = c.oid
  join pg_class r on r.oid = pg_partition_root(c.oid)
  join pg_namespace rn on rn.oid = r.relnamespace
 where c.relispartition
   and c.relkind in ('r', 'p', 'f')
   and :scope
union all
-- A default of a partition that is not its parent's; empty where it has none.
select 'PARTITION_DEFAULT', n.nspname, a.attname, n.nspname, c.relname, coalesce(pg_get_expr(d.adbin, d.adrelid), '')
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_inherits h on h.inhrelid = c.oid
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  join pg_attribute pa on pa.attrelid = h.inhparent and pa.attname = a.attname
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  left join pg_attrdef pd on pd.adrelid = h.inhparent and pd.adnum = pa.attnum
 where c.relispartition
   and c.relkind in ('r', 'p', 'f')
   and pg_get_expr(d.adbin, d.adrelid) is distinct from pg_get_expr(pd.adbin, pd.adrelid)
   and :scope
union all
-- DEFAULT NULL of a type with a modifier is kept, and may not fit another type.
select 'NULL_DEFAULT', n.nspname, a.attname, n.nspname, c.relname, ''
  from pg_attrdef d
  join pg_class c on c.oid = d.adrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
 where pg_get_expr(d.adbin, d.adrelid) like 'NULL::%'
   and a.attgenerated = ''
   and not c.relispartition
   and :scope
union all
-- A check that a partition has for itself: one of this name on its parent has to say the same, takes its place, and takes it along when it goes.
select 'PARTITION_CHECK', n.nspname, k.conname, n.nspname, c.relname, pg_get_constraintdef(k.oid)
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_namespace n on n.oid = c.relnamespace
 where c.relispartition
   and k.contype = 'c'
   and k.coninhcount = 0
   and :scope
union all
-- A NOT NULL that a partition has for itself; from 18 with its name, also where its parent has one of another name.
select 'PARTITION_NOT_NULL', n.nspname, a.attname, n.nspname, c.relname,
       coalesce((select k.conname from pg_constraint k where k.conrelid = c.oid and k.contype = 'n' and k.conkey[1] = a.attnum), '')
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_inherits h on h.inhrelid = c.oid
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attnotnull
  join pg_attribute pa on pa.attrelid = h.inhparent and pa.attname = a.attname
 where c.relispartition
   and (not pa.attnotnull
        or (select k.conname from pg_constraint k where k.conrelid = c.oid and k.contype = 'n' and k.conkey[1] = a.attnum)
           <> (select k.conname from pg_constraint k where k.conrelid = h.inhparent and k.contype = 'n' and k.conkey[1] = pa.attnum))
   and :scope
union all
select 'FOREIGN_TABLE', n.nspname, c.relname, null, null,
       format('SERVER %I OPTIONS (%s) (%s)', s.srvname, array_to_string(f.ftoptions, ', '),
              (select string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum)
                 from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped))
  from pg_foreign_table f
  join pg_foreign_server s on s.oid = f.ftserver
  join pg_class c on c.oid = f.ftrelid
  join pg_namespace n on n.oid = c.relnamespace
 where :scope
union all
select 'GRANT', n.nspname, c.relname, n.nspname, c.relname,
       (select string_agg(format('%s TO %s%s', g.privilege_type,
                                 case when g.grantee = 0 then 'PUBLIC' else quote_ident(pg_get_userbyid(g.grantee)) end,
                                 case when g.is_grantable then ' WITH GRANT OPTION' else '' end), ', '
                          order by g.grantee, g.privilege_type)
          from aclexplode(c.relacl) g
         where g.grantee <> c.relowner)
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where c.relacl is not null
   and c.relkind in ('r', 'p', 'v', 'm', 'S')
   and exists (select from aclexplode(c.relacl) g where g.grantee <> c.relowner)
   and :scope
union all
-- What holds for one column alone.
select 'COLUMN_GRANT', n.nspname, a.attname, n.nspname, c.relname,
       (select string_agg(format('%s TO %s%s', g.privilege_type,
                                 case when g.grantee = 0 then 'PUBLIC' else quote_ident(pg_get_userbyid(g.grantee)) end,
                                 case when g.is_grantable then ' WITH GRANT OPTION' else '' end), ', '
                          order by g.grantee, g.privilege_type)
          from aclexplode(a.attacl) g
         where g.grantee <> c.relowner)
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
 where a.attacl is not null
   and a.attnum > 0
   and not a.attisdropped
   and c.relkind in ('r', 'p', 'v', 'm')
   and exists (select from aclexplode(a.attacl) g where g.grantee <> c.relowner)
   and :scope
union all
select 'TYPE_GRANT', n.nspname, t.typname, null, null,
       coalesce((select string_agg(format('%s TO %s%s', g.privilege_type,
                                          case when g.grantee = 0 then 'PUBLIC' else quote_ident(pg_get_userbyid(g.grantee)) end,
                                          case when g.is_grantable then ' WITH GRANT OPTION' else '' end), ', '
                                   order by g.grantee, g.privilege_type)
                   from aclexplode(t.typacl) g
                  where g.grantee <> t.typowner), 'nobody')
  from pg_type t
  join pg_namespace n on n.oid = t.typnamespace
 where t.typacl is not null
   and :scope
   and not exists (select from pg_depend e
                    where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype in ('e', 'i'))
union all
select 'TYPE', n.nspname, t.typname, null, null, 'BASE TYPE'
  from pg_type t
  join pg_namespace n on n.oid = t.typnamespace
 where t.typtype = 'b'
   and t.typelem = 0
   and t.typisdefined
   and :scope
   and not exists (select from pg_depend e
                    where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
union all -- since 18
-- A NOT NULL of a child under another name than its parent's: the server, making both anew with the type of the column, takes them for two.
select distinct 'CHILD_NOT_NULL', n.nspname, a.attname, n.nspname, c.relname, -- since 18
       format('%I.%I %I', cn.nspname, cc.relname, k.conname) -- since 18
  from (with recursive below as ( -- since 18
            select inhparent as above, inhrelid as child from pg_inherits -- since 18
             union -- since 18
            select b.above, i.inhrelid from below b join pg_inherits i on i.inhparent = b.child) -- since 18
        select above, child from below) h -- since 18
  join pg_class c on c.oid = h.above -- since 18
  join pg_namespace n on n.oid = c.relnamespace -- since 18
  join pg_class cc on cc.oid = h.child -- since 18
  join pg_namespace cn on cn.oid = cc.relnamespace -- since 18
  join pg_constraint k on k.conrelid = cc.oid and k.contype = 'n' and k.conislocal -- since 18
  join pg_attribute a on a.attrelid = cc.oid and a.attnum = k.conkey[1] -- since 18
  join pg_attribute pa on pa.attrelid = c.oid and pa.attname = a.attname and not pa.attisdropped -- since 18
  join pg_constraint pk on pk.conrelid = c.oid and pk.contype = 'n' and pk.conkey[1] = pa.attnum and pk.conname <> k.conname -- since 18
 where c.relkind in ('r', 'p') -- since 18
   and :scope -- since 18
union all -- since 17
select 'CONSTRAINT', n.nspname, t.typname, null, null, format('NOT NULL %s', k.conname) -- since 17
  from pg_constraint k -- since 17
  join pg_type t on t.oid = k.contypid -- since 17
  join pg_namespace n on n.oid = t.typnamespace -- since 17
 where k.contype = 'n' -- since 17
   and k.conname !~ '_not_null[0-9]*$' -- since 17
   and :scope -- since 17
   and not exists (select from pg_depend e -- since 17
                    where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype = 'e') -- since 17
union all
-- ALTER TABLE takes the sequence of an identity along, from 15 on; until then all are logged.
select 'IDENTITY_SEQUENCE', n.nspname, a.attname, n.nspname, c.relname, -- since 15
       case s.relpersistence when 'u' then 'UNLOGGED' else 'LOGGED' end -- since 15
  from pg_depend d -- since 15
  join pg_class s on s.oid = d.objid and s.relkind = 'S' -- since 15
  join pg_class c on c.oid = d.refobjid -- since 15
  join pg_namespace n on n.oid = c.relnamespace -- since 15
  join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid -- since 15
 where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'i' -- since 15
   and s.relpersistence <> c.relpersistence -- since 15
   and :scope -- since 15
union all -- since 15
-- security_barrier, check_option and their like.
select 'VIEW_OPTION', n.nspname, c.relname, n.nspname, c.relname, array_to_string(c.reloptions, ', ')
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('v', 'm')
   and c.reloptions is not null
   and :scope
union all
select 'VIEW_DEFAULT', n.nspname, a.attname, n.nspname, c.relname, pg_get_expr(d.adbin, d.adrelid)
  from pg_attrdef d
  join pg_class c on c.oid = d.adrelid
  join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
  join pg_namespace n on n.oid = c.relnamespace
 where c.relkind = 'v'
   and :scope
union all
select 'COLUMN_OPTION', n.nspname, a.attname, n.nspname, c.relname,
       concat_ws(', ', case when a.attstorage <> t.typstorage then format('STORAGE %s', a.attstorage) end,
                 case when a.attcompression <> '' then format('COMPRESSION %s', a.attcompression) end,
                 case when a.attstattarget >= 0 then 'STATISTICS ' || a.attstattarget end,
                 array_to_string(a.attoptions, ', '))
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_type t on t.oid = a.atttypid
 where c.relkind in ('r', 'p')
   and not c.relispartition
   and a.attnum > 0
   and not a.attisdropped
   and (a.attstorage <> t.typstorage or a.attcompression <> '' or a.attstattarget >= 0 or a.attoptions is not null)
   and :scope
union all
select 'REPLICA_IDENTITY', n.nspname, c.relname, n.nspname, c.relname,
       case c.relreplident when 'f' then 'FULL' when 'n' then 'NOTHING'
                           else 'INDEX ' || (select i.indexrelid::regclass::text
                                               from pg_index i
                                              where i.indrelid = c.oid and i.indisreplident) end
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p')
   and c.relreplident <> 'd'
   and not c.relispartition
   and :scope
union all
select 'CLUSTERING', n.nspname, c.relname, n.nspname, c.relname, i.indexrelid::regclass::text
  from pg_index i
  join pg_class c on c.oid = i.indrelid
  join pg_namespace n on n.oid = c.relnamespace
 where i.indisclustered
   and c.relkind in ('r', 'p')
   and not c.relispartition
   and :scope
union all
select 'CLAUSES', n.nspname, c.relname, tn.nspname, t.relname,
       concat_ws(' ', 'OF ' || nullif(c.reloftype, 0)::regtype::text, 'USING ' || quote_ident(a.amname),
                      'TABLESPACE ' || quote_ident(s.spcname))
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_index i on i.indexrelid = c.oid
  join pg_class t on t.oid = coalesce(i.indrelid, c.oid)
  join pg_namespace tn on tn.oid = t.relnamespace
  left join pg_am a on a.oid = c.relam and a.amname <> 'heap' and a.amtype = 't'
  left join pg_tablespace s on s.oid = c.reltablespace
 where c.relkind in ('r', 'p', 'm', 'i', 'I')
   and (c.reloftype <> 0 or a.oid is not null or s.oid is not null)
   and not c.relispartition
   and :scope
union all
select 'KEY_STORAGE', n.nspname, k.conname, n.nspname, c.relname,
       (select string_agg(o, ', ' order by o) from unnest(x.reloptions) o)
  from pg_constraint k
  join pg_class x on x.oid = k.conindid
  join pg_class c on c.oid = k.conrelid
  join pg_namespace n on n.oid = c.relnamespace
 where k.contype in ('p', 'u', 'x')
   and x.reloptions is not null
   and not c.relispartition
   and :scope
union all
-- No column says the name of its identity's sequence, which is in the way of what shall have it.
select 'IDENTITY_NAME', n.nspname, s.relname, n.nspname, c.relname, a.attname
  from pg_depend d
  join pg_class s on s.oid = d.objid and s.relkind = 'S'
  join pg_class c on c.oid = d.refobjid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
 where d.classid = 'pg_class'::regclass
   and d.refclassid = 'pg_class'::regclass
   and d.deptype = 'i'
   and s.relname <> c.relname || '_' || a.attname || '_seq'
   and not c.relispartition
   and :scope
union all
select 'PARTITION_INDEX', n.nspname, x.relname, n.nspname, c.relname,
       coalesce((select r.relname from pg_class r where r.oid = pg_partition_root(i.indexrelid) and r.oid <> i.indexrelid), '')
  from pg_index i
  join pg_class x on x.oid = i.indexrelid
  join pg_class c on c.oid = i.indrelid
  join pg_namespace n on n.oid = c.relnamespace
 where c.relispartition
   and :scope
union all
-- The types of functions and casts, an array as its elements.
select distinct 'TYPE_USE', n.nspname, u.name, n.nspname, t.typname, u.definition
  from (select d.refobjid as type,
               format('%s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)) as name,
               format(case p.prokind when 'a' then 'AGGREGATE %I.%I(%s)' else 'ROUTINE %I.%I(%s)' end,
                      f.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) as definition
          from pg_proc p
          join pg_namespace f on f.oid = p.pronamespace
          join pg_depend d on d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.refclassid = 'pg_type'::regclass
         where p.oid >= 16384
           and d.deptype = 'n'
           and not exists (select from pg_depend e where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype in ('e', 'i'))
        union all
        select unnest(array[k.castsource, k.casttarget]),
               format('the cast from %s to %s', format_type(k.castsource, null), format_type(k.casttarget, null)),
               format('CAST (%s AS %s)', format_type(k.castsource, null), format_type(k.casttarget, null))
          from pg_cast k
         where k.oid >= 16384
           and (k.castmethod <> 'i' or k.castcontext <> 'i')
           and not exists (select from pg_depend e where e.classid = 'pg_cast'::regclass and e.objid = k.oid and e.deptype in ('e', 'i'))) u
  join pg_type y on y.oid = u.type
  join pg_type t on t.oid = case when y.typcategory = 'A' and y.typelem <> 0 then y.typelem else y.oid end
  join pg_namespace n on n.oid = t.typnamespace
 where t.oid >= 16384
   and :scope
union all
-- What calls a function and is not a part of something else that does: the server drops the function only once that is gone.
select distinct 'FUNCTION_USE', n.nspname, format('%s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)), h.namespace, h.name,
       concat_ws(E'\n', coalesce(h.kind, 'OTHER'),
                 coalesce(h.part, (select upper(o.type) || ' ' || o.identity from pg_identify_object(d.classid, d.objid, d.objsubid) o)),
                 pg_describe_object(d.classid, d.objid, d.objsubid),
                 case d.classid
                      when 'pg_proc'::regclass
                      then (select format(case f.prokind when 'a' then 'AGGREGATE %I.%I(%s)' else 'ROUTINE %I.%I(%s)' end,
                                          fn.nspname, f.proname,
                                          case when f.prokind = 'a' and f.pronargs = 0 then '*'
                                               else pg_get_function_identity_arguments(f.oid) end)
                              from pg_proc f
                              join pg_namespace fn on fn.oid = f.pronamespace
                             where f.oid = d.objid)
                      when 'pg_operator'::regclass
                      then (select format('OPERATOR %I.%s (%s, %s)', fn.nspname, o.oprname,
                                          case when o.oprleft = 0 then 'NONE' else format_type(o.oprleft, null) end,
                                          format_type(o.oprright, null))
                              from pg_operator o
                              join pg_namespace fn on fn.oid = o.oprnamespace
                             where o.oid = d.objid)
                      when 'pg_type'::regclass
                      then (select format('TYPE %I.%I', fn.nspname, t.typname)
                              from pg_type t
                              join pg_namespace fn on fn.oid = t.typnamespace
                             where t.oid = d.objid and t.typtype = 'r')
                      when 'pg_cast'::regclass
                      then (select format('CAST (%s AS %s)', format_type(k.castsource, null), format_type(k.casttarget, null))
                              from pg_cast k
                             where k.oid = d.objid) end)
  from pg_depend d
  join pg_proc p on p.oid = d.refobjid
  join pg_namespace n on n.oid = p.pronamespace
  left join lateral (
        select case a.attgenerated when '' then 'DEFAULT' else 'GENERATED' end as kind,
               rn.nspname as namespace, c.relname as name, a.attname::text as part, c.relispartition as nested
          from pg_attrdef x
          join pg_class c on c.oid = x.adrelid
          join pg_namespace rn on rn.oid = c.relnamespace
          join pg_attribute a on a.attrelid = x.adrelid and a.attnum = x.adnum
         where d.classid = 'pg_attrdef'::regclass and x.oid = d.objid
        union all
        select case k.contypid when 0 then 'CONSTRAINT' else 'DOMAIN_CONSTRAINT' end,
               rn.nspname, coalesce(c.relname, t.typname), k.conname, k.coninhcount > 0
          from pg_constraint k
          join pg_namespace rn on rn.oid = k.connamespace
          left join pg_class c on c.oid = k.conrelid
          left join pg_type t on t.oid = k.contypid
         where d.classid = 'pg_constraint'::regclass and k.oid = d.objid
        union all
        select 'DOMAIN_DEFAULT', rn.nspname, t.typname, '', false
          from pg_type t
          join pg_namespace rn on rn.oid = t.typnamespace
         where d.classid = 'pg_type'::regclass and t.oid = d.objid and t.typtype = 'd'
        union all
        select case when r.rulename <> '_RETURN' then 'RULE' when c.relkind = 'm' then 'MATERIALIZED_VIEW' else 'VIEW' end,
               rn.nspname, c.relname, r.rulename, false
          from pg_rewrite r
          join pg_class c on c.oid = r.ev_class
          join pg_namespace rn on rn.oid = c.relnamespace
         where d.classid = 'pg_rewrite'::regclass and r.oid = d.objid
        union all
        select 'INDEX', rn.nspname, c.relname, i.relname, c.relispartition
          from pg_index x
          join pg_class i on i.oid = x.indexrelid
          join pg_class c on c.oid = x.indrelid
          join pg_namespace rn on rn.oid = c.relnamespace
         where d.classid = 'pg_class'::regclass and x.indexrelid = d.objid
        union all
        select 'TRIGGER', rn.nspname, c.relname, t.tgname, t.tgparentid <> 0
          from pg_trigger t
          join pg_class c on c.oid = t.tgrelid
          join pg_namespace rn on rn.oid = c.relnamespace
         where d.classid = 'pg_trigger'::regclass and t.oid = d.objid
        union all
        select 'POLICY', rn.nspname, c.relname, o.polname, false
          from pg_policy o
          join pg_class c on c.oid = o.polrelid
          join pg_namespace rn on rn.oid = c.relnamespace
         where d.classid = 'pg_policy'::regclass and o.oid = d.objid
        union all
        select 'STATISTICS', rn.nspname, c.relname, s.stxname, false
          from pg_statistic_ext s
          join pg_class c on c.oid = s.stxrelid
          join pg_namespace rn on rn.oid = c.relnamespace
         where d.classid = 'pg_statistic_ext'::regclass and s.oid = d.objid
        union all
        select 'FUNCTION', null, null,
               format('%s.%s(%s)', fn.nspname, f.proname, pg_get_function_identity_arguments(f.oid)), false
          from pg_proc f
          join pg_namespace fn on fn.oid = f.pronamespace
         where d.classid = 'pg_proc'::regclass and f.oid = d.objid
        union all
        select 'OPERATOR', null, null,
               format('%s.%s(%s, %s)', rn.nspname, o.oprname,
                      case when o.oprleft = 0 then 'NONE' else format_type(o.oprleft, null) end, format_type(o.oprright, null)), false
          from pg_operator o
          join pg_namespace rn on rn.oid = o.oprnamespace
         where d.classid = 'pg_operator'::regclass and o.oid = d.objid
        union all
        select 'TYPE', null, null, format('%s.%s', rn.nspname, t.typname), false
          from pg_type t
          join pg_namespace rn on rn.oid = t.typnamespace
         where d.classid = 'pg_type'::regclass and t.oid = d.objid and t.typtype = 'r'
        union all
        select 'CAST', null, null, format('%s as %s', format_type(k.castsource, null), format_type(k.casttarget, null)), false
          from pg_cast k
         where d.classid = 'pg_cast'::regclass and k.oid = d.objid) h on true
 where d.refclassid = 'pg_proc'::regclass
   and d.deptype = 'n'
   and p.oid >= 16384
   and h.nested is not true
   and :scope
   and not exists (select from pg_depend e
                    where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype in ('e', 'i'))
