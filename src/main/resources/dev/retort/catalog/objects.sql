-- Objects that no function of the server prints, as the statements that make them: the same ones for what a model states, which is made in the temporary
-- namespace and read there. Columns that some servers lack go by their names in JSON.
select 'FUNCTION' as kind, n.nspname as namespace,
       pg_catalog.format('%s(%s)', p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)) as name,
       null::pg_catalog.name as table_namespace, null::pg_catalog.name as table_name,
       pg_catalog.format('CREATE AGGREGATE %I.%I(%s) (%s)', n.nspname, p.proname,
              coalesce(nullif(pg_catalog.pg_get_function_identity_arguments(p.oid), ''), '*'),
              pg_catalog.concat_ws(', ',
                  pg_catalog.format('SFUNC = %s', a.aggtransfn),
                  pg_catalog.format('STYPE = %s', pg_catalog.format_type(a.aggtranstype, null)),
                  case when a.aggtransspace > 0 then pg_catalog.format('SSPACE = %s', a.aggtransspace) end,
                  case when a.aggfinalfn <> 0 then pg_catalog.format('FINALFUNC = %s', a.aggfinalfn) end,
                  case when a.aggfinalextra then 'FINALFUNC_EXTRA' end,
                  case when a.aggfinalfn <> 0 and a.aggfinalmodify <> case a.aggkind when 'n' then 'r' else 'w' end
                       then 'FINALFUNC_MODIFY = ' || case a.aggfinalmodify when 'r' then 'READ_ONLY' when 's' then 'SHAREABLE' else 'READ_WRITE' end end,
                  case when a.aggcombinefn <> 0 then pg_catalog.format('COMBINEFUNC = %s', a.aggcombinefn) end,
                  case when a.aggserialfn <> 0 then pg_catalog.format('SERIALFUNC = %s', a.aggserialfn) end,
                  case when a.aggdeserialfn <> 0 then pg_catalog.format('DESERIALFUNC = %s', a.aggdeserialfn) end,
                  case when a.agginitval is not null then pg_catalog.format('INITCOND = %L', a.agginitval) end,
                  case when a.aggmtransfn <> 0 then pg_catalog.format('MSFUNC = %s', a.aggmtransfn) end,
                  case when a.aggminvtransfn <> 0 then pg_catalog.format('MINVFUNC = %s', a.aggminvtransfn) end,
                  case when a.aggmtranstype <> 0 then pg_catalog.format('MSTYPE = %s', pg_catalog.format_type(a.aggmtranstype, null)) end,
                  case when a.aggmtransspace > 0 then pg_catalog.format('MSSPACE = %s', a.aggmtransspace) end,
                  case when a.aggmfinalfn <> 0 then pg_catalog.format('MFINALFUNC = %s', a.aggmfinalfn) end,
                  case when a.aggmfinalextra then 'MFINALFUNC_EXTRA' end,
                  case when a.aggmfinalfn <> 0 and a.aggmfinalmodify <> case a.aggkind when 'n' then 'r' else 'w' end
                       then 'MFINALFUNC_MODIFY = ' || case a.aggmfinalmodify when 'r' then 'READ_ONLY' when 's' then 'SHAREABLE' else 'READ_WRITE' end end,
                  case when a.aggminitval is not null then pg_catalog.format('MINITCOND = %L', a.aggminitval) end,
                  case when a.aggsortop <> 0
                       then (select pg_catalog.format('SORTOP = OPERATOR(%I.%s)', sn.nspname, s.oprname)
                               from pg_catalog.pg_operator s
                               join pg_catalog.pg_namespace sn on sn.oid = s.oprnamespace
                              where s.oid = a.aggsortop) end,
                  case p.proparallel when 's' then 'PARALLEL = SAFE' when 'r' then 'PARALLEL = RESTRICTED' end,
                  case when a.aggkind = 'h' then 'HYPOTHETICAL' end)) as definition
  from pg_catalog.pg_aggregate a
  join pg_catalog.pg_proc p on p.oid = a.aggfnoid
  join pg_catalog.pg_namespace n on n.oid = p.pronamespace
 where :scope
   and not exists (select from pg_catalog.pg_depend e
                    where e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and e.objid = p.oid and e.deptype in ('e', 'i'))
union all
-- One without a function is the promise of an operator that another names.
select 'OPERATOR', n.nspname,
       pg_catalog.format('%s(%s, %s)', o.oprname, case when o.oprleft = 0 then 'NONE' else pg_catalog.format_type(o.oprleft, null) end,
              pg_catalog.format_type(o.oprright, null)),
       null, null,
       pg_catalog.format('CREATE OPERATOR %I.%s (%s)', n.nspname, o.oprname,
              pg_catalog.concat_ws(', ',
                  pg_catalog.format('FUNCTION = %s', o.oprcode),
                  case when o.oprleft <> 0 then pg_catalog.format('LEFTARG = %s', pg_catalog.format_type(o.oprleft, null)) end,
                  pg_catalog.format('RIGHTARG = %s', pg_catalog.format_type(o.oprright, null)),
                  case when o.oprrest <> 0 then pg_catalog.format('RESTRICT = %s', o.oprrest) end,
                  case when o.oprjoin <> 0 then pg_catalog.format('JOIN = %s', o.oprjoin) end,
                  case when o.oprcanhash then 'HASHES' end,
                  case when o.oprcanmerge then 'MERGES' end,
                  (select pg_catalog.format('COMMUTATOR = OPERATOR(%I.%s)', cn.nspname, c.oprname)
                     from pg_catalog.pg_operator c
                     join pg_catalog.pg_namespace cn on cn.oid = c.oprnamespace
                    where c.oid = o.oprcom),
                  (select pg_catalog.format('NEGATOR = OPERATOR(%I.%s)', gn.nspname, g.oprname)
                     from pg_catalog.pg_operator g
                     join pg_catalog.pg_namespace gn on gn.oid = g.oprnamespace
                    where g.oid = o.oprnegate)))
  from pg_catalog.pg_operator o
  join pg_catalog.pg_namespace n on n.oid = o.oprnamespace
 where o.oprcode <> 0
   and :scope
   and not exists (select from pg_catalog.pg_depend e
                    where e.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass and e.objid = o.oid and e.deptype in ('e', 'i'))
union all
select 'TYPE', n.nspname, t.typname, null, null,
       pg_catalog.format('CREATE TYPE %I.%I AS RANGE (%s)', n.nspname, t.typname,
              pg_catalog.concat_ws(', ',
                  pg_catalog.format('SUBTYPE = %s', pg_catalog.format_type(r.rngsubtype, null)),
                  (select pg_catalog.format('SUBTYPE_OPCLASS = %I.%I', cn.nspname, c.opcname)
                     from pg_catalog.pg_opclass c
                     join pg_catalog.pg_namespace cn on cn.oid = c.opcnamespace
                    where c.oid = r.rngsubopc
                      and not c.opcdefault),
                  (select pg_catalog.format('COLLATION = %I.%I', ln.nspname, l.collname)
                     from pg_catalog.pg_collation l
                     join pg_catalog.pg_namespace ln on ln.oid = l.collnamespace
                    where l.oid = r.rngcollation
                      and l.oid <> s.typcollation),
                  case when r.rngcanonical <> 0 then pg_catalog.format('CANONICAL = %s', r.rngcanonical) end,
                  case when r.rngsubdiff <> 0 then pg_catalog.format('SUBTYPE_DIFF = %s', r.rngsubdiff) end,
                  (select pg_catalog.format('MULTIRANGE_TYPE_NAME = %I.%I', mn.nspname, m.typname)
                     from pg_catalog.pg_type m
                     join pg_catalog.pg_namespace mn on mn.oid = m.typnamespace
                    where m.oid = r.rngmultitypid)))
  from pg_catalog.pg_range r
  join pg_catalog.pg_type t on t.oid = r.rngtypid
  join pg_catalog.pg_type s on s.oid = r.rngsubtype
  join pg_catalog.pg_namespace n on n.oid = t.typnamespace
 where :scope
   and not exists (select from pg_catalog.pg_depend e
                    where e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and e.objid = t.oid and e.deptype = 'e')
union all
select 'COLLATION', n.nspname, l.collname, null, null,
       pg_catalog.format('CREATE COLLATION %I.%I (%s)', n.nspname, l.collname,
              pg_catalog.concat_ws(', ',
                  'PROVIDER = ' || case l.collprovider when 'i' then 'icu' when 'b' then 'builtin' else 'libc' end,
                  case when l.collprovider in ('i', 'b') or l.collcollate = l.collctype
                       then pg_catalog.format('LOCALE = %L',
                                coalesce(j.row ->> 'colllocale', j.row ->> 'colliculocale', j.row ->> 'collcollate')) end,
                  case when l.collprovider not in ('i', 'b') and l.collcollate <> l.collctype
                       then pg_catalog.format('LC_COLLATE = %L, LC_CTYPE = %L', l.collcollate, l.collctype) end,
                  case when not l.collisdeterministic then 'DETERMINISTIC = false' end,
                  case when j.row ->> 'collicurules' is not null
                       then pg_catalog.format('RULES = %L', j.row ->> 'collicurules') end))
  from pg_catalog.pg_collation l
  join pg_catalog.pg_namespace n on n.oid = l.collnamespace
 cross join lateral (select pg_catalog.to_jsonb(l) as row) j
 where :scope
   and not exists (select from pg_catalog.pg_depend e
                    where e.classid = 'pg_catalog.pg_collation'::pg_catalog.regclass and e.objid = l.oid and e.deptype = 'e')
union all
select 'TEXT_SEARCH_DICTIONARY', n.nspname, d.dictname, null, null,
       pg_catalog.format('CREATE TEXT SEARCH DICTIONARY %I.%I (TEMPLATE = %I.%I%s)', n.nspname, d.dictname, tn.nspname, m.tmplname,
              ', ' || nullif(d.dictinitoption, ''))
  from pg_catalog.pg_ts_dict d
  join pg_catalog.pg_namespace n on n.oid = d.dictnamespace
  join pg_catalog.pg_ts_template m on m.oid = d.dicttemplate
  join pg_catalog.pg_namespace tn on tn.oid = m.tmplnamespace
 where :scope
   and not exists (select from pg_catalog.pg_depend e
                    where e.classid = 'pg_catalog.pg_ts_dict'::pg_catalog.regclass and e.objid = d.oid and e.deptype = 'e')
union all
select 'TEXT_SEARCH_CONFIGURATION', n.nspname, c.cfgname, null, null,
       pg_catalog.format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)', n.nspname, c.cfgname, pn.nspname, p.prsname)
       || coalesce((select pg_catalog.string_agg(pg_catalog.format(E';\nALTER TEXT SEARCH CONFIGURATION %I.%I ADD MAPPING FOR %s WITH %s',
                                                                    n.nspname, c.cfgname, g.tokens, g.dictionaries), '' order by g.first)
                      from (select pg_catalog.string_agg(pg_catalog.quote_ident(t.alias), ', ' order by t.tokid) as tokens,
                                   k.dictionaries, pg_catalog.min(t.tokid) as first
                              from (select q.maptokentype,
                                           pg_catalog.string_agg(pg_catalog.format('%s', q.mapdict::pg_catalog.regdictionary), ', ' order by q.mapseqno)
                                               as dictionaries
                                      from pg_catalog.pg_ts_config_map q
                                     where q.mapcfg = c.oid
                                     group by q.maptokentype) k
                              join pg_catalog.ts_token_type(c.cfgparser) t on t.tokid = k.maptokentype
                             group by k.dictionaries) g), '')
  from pg_catalog.pg_ts_config c
  join pg_catalog.pg_namespace n on n.oid = c.cfgnamespace
  join pg_catalog.pg_ts_parser p on p.oid = c.cfgparser
  join pg_catalog.pg_namespace pn on pn.oid = p.prsnamespace
 where :scope
   and not exists (select from pg_catalog.pg_depend e
                    where e.classid = 'pg_catalog.pg_ts_config'::pg_catalog.regclass and e.objid = c.oid and e.deptype = 'e')
union all
-- It has no namespace of its own: that of the type or the function that is not the server's.
select 'CAST', n.nspname, pg_catalog.format('%s as %s', pg_catalog.format_type(k.castsource, null), pg_catalog.format_type(k.casttarget, null)), null, null,
       pg_catalog.format('CREATE CAST (%s AS %s) %s%s', pg_catalog.format_type(k.castsource, null), pg_catalog.format_type(k.casttarget, null),
              case k.castmethod when 'f' then pg_catalog.format('WITH FUNCTION %s', k.castfunc::pg_catalog.regprocedure)
                                when 'b' then 'WITHOUT FUNCTION' else 'WITH INOUT' end,
              case k.castcontext when 'a' then ' AS ASSIGNMENT' when 'i' then ' AS IMPLICIT' else '' end)
  from pg_catalog.pg_cast k
  join pg_catalog.pg_type s on s.oid = k.castsource
  join pg_catalog.pg_type t on t.oid = k.casttarget
  left join pg_catalog.pg_proc f on f.oid = k.castfunc
  join pg_catalog.pg_namespace n on n.oid = coalesce(
           nullif(t.typnamespace, 'pg_catalog'::pg_catalog.regnamespace),
           nullif(s.typnamespace, 'pg_catalog'::pg_catalog.regnamespace),
           nullif(f.pronamespace, 'pg_catalog'::pg_catalog.regnamespace),
           (select o.oid from pg_catalog.pg_namespace o where o.nspname = 'public'))
 where k.oid >= 16384
   and (k.castmethod <> 'i' or k.castcontext <> 'i')
   and :scope
   and not exists (select from pg_catalog.pg_depend e
                    where e.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass and e.objid = k.oid and e.deptype in ('e', 'i'))
