import pg from 'pg'

/** Whom the application connects as; what it may not do to the past, nobody who takes it over can do either. */
export type Writer = { name: string; password: string }

const schemas = ['public', 'graphile_worker'] as const
const literal = (text: string): string => pg.escapeLiteral(text)
const named = (name: string): string => pg.escapeIdentifier(name)

/** The role an address logs in as. */
export function roleOf(connectionString: string): Writer {
  const { username, password } = new URL(connectionString)
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) }
}

async function ensureRole(owner: pg.Client, { name, password }: Writer): Promise<void> {
  const { rows } = await owner.query<{ super: boolean }>('select rolsuper as super from pg_roles where rolname = $1', [name])
  if (rows[0]?.super) throw new Error(`The role ${name} of DATABASE_URL is a superuser: the application needs one that is not`)
  if (rows.length > 0) return
  await owner
    .query(`create role ${named(name)} login nosuperuser nocreatedb nocreaterole password ${literal(password)}`)
    .catch((error: Error) => {
      throw new Error(
        `The role ${name} does not exist and the owner may not create it (${error.message}): create it, with its password, and start again`,
      )
    })
}

/** Tables that are only appended to: those the database itself refuses to rewrite. */
const appendOnly = `select distinct format('%I.%I', n.nspname, c.relname) as name from pg_trigger t
  join pg_proc p on p.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where p.proname = 'refuse_rewriting_history' and not t.tgisinternal`

/** Tables of the job queue that show their rows only to their owner. */
const guarded = `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'graphile_worker' and c.relkind = 'r' and c.relrowsecurity`

/**
 * Gives the application's role what it works with, and nothing else: it reads and writes rows, it owns no table. Books and logs it appends
 * to only; it cannot change a line, empty a table, alter one, or switch a trigger off. Done by the owner after every migration.
 */
export async function grantWriter({ connectionString, writer }: { connectionString: string; writer: Writer }): Promise<void> {
  const owner = new pg.Client({ connectionString, application_name: 'gendan-grant' })
  owner.on('error', () => undefined) // the query that follows fails and says so
  await owner.connect()
  try {
    await owner.query('begin')
    // servers that start together follow one another
    await owner.query('select pg_advisory_xact_lock(4207251002)')
    await ensureRole(owner, writer)
    const role = named(writer.name)
    const { rows: books } = await owner.query<{ name: string }>(appendOnly)
    const { rows: queues } = await owner.query<{ name: string }>(guarded)
    const { rows: here } = await owner.query<{ name: string }>('select current_database() as name')
    const statements = [
      `grant connect, temporary on database ${named(here[0]?.name ?? '')} to ${role}`,
      'revoke create on schema public from public',
      ...schemas.flatMap((schema) => [
        `grant usage on schema ${schema} to ${role}`,
        `grant select, insert, update, delete on all tables in schema ${schema} to ${role}`,
        `grant usage, select, update on all sequences in schema ${schema} to ${role}`,
        `grant execute on all routines in schema ${schema} to ${role}`,
      ]),
      ...books.map(({ name }) => `revoke update, delete, truncate, references, trigger on ${name} from ${role}`),
      `revoke insert, update, delete on payload_migrations from ${role}`,
      ...queues.flatMap(({ name }) => [
        `drop policy if exists gendan_writer on ${name}`,
        `create policy gendan_writer on ${name} for all to ${role} using (true) with check (true)`,
      ]),
    ]
    for (const statement of statements) await owner.query(statement)
    await owner.query('commit')
  } finally {
    await owner.end()
  }
}

/** Whether whoever logs in there owns the tables, as before the two were kept apart. */
export async function ownsTables(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, application_name: 'gendan-check' })
  await client.connect()
  try {
    const { rows } = await client.query<{ owns: boolean }>(
      `select pg_has_role(current_user, relowner, 'member') as owns from pg_class where oid = to_regclass('public.audit_log')`,
    )
    return rows[0]?.owns ?? true
  } finally {
    await client.end()
  }
}
