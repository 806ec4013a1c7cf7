import { createHash, createHmac, randomBytes } from 'node:crypto'

import { type Sql, sql } from './query'

/*
 * A line of the audit log bears a seal over all it says and its place. It is made with the secret of the house, which no table holds, so that
 * whoever owns the database may put a line in, but none that the house has written.
 */

const textOf = (column: string): Sql => sql.raw(`coalesce(to_json(a.${column})::text, 'null')`)
const figureOf = (column: string): Sql => sql.raw(`coalesce(a.${column}::text, 'null')`)

/**
 * A line of the log as one text, the same whatever the session's time zone: that of the JSON array of what it says, to the sign. It is put
 * together from texts: an array would be built of everything once more only to be written out.
 */
export const lineText = sql`'[' || ${sql.join(
  [
    figureOf('id'),
    sql.raw(`'"' || to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || '"'`),
    figureOf('user_id'),
    ...['user_name', 'slug', 'document_id', 'no', 'verb'].map(textOf),
    figureOf('version'),
    figureOf('changes'),
    ...['reason', 'client'].map(textOf),
  ],
  sql.raw(` || ', ' || `),
)} || ']'`

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex')
const ofHouse = (secret: string, what: string): string => createHmac('sha256', secret).update(`audit ${what}`).digest('hex')
const houseOf = (secret: string): string => ofHouse(secret, 'house').slice(0, 12)
const inDatabase = (text: Sql): Sql => sql`encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`

/** Writes the lines that `rows` gives, by the names of the log's columns, each with its seal. The key of one statement makes no other seal. */
export function sealedLines(secret: string, rows: Sql): Sql {
  const nonce = randomBytes(12).toString('base64url')
  const key = ofHouse(secret, `line ${nonce}`)
  return sql`insert into audit_log (id, at, user_id, user_name, slug, document_id, no, verb, version, changes, reason, client, seal)
      select a.*, ${`${houseOf(secret)}.${nonce}.`}::text || ${inDatabase(sql`${key}::text || ${inDatabase(lineText)}`)}
      from (select nextval('audit_log_id_seq')::int as id, r.at::timestamptz(3) as at, r.user_id::int, r.user_name::text, r.slug::text, r.document_id::text, r.no::text,
        r.verb::text, r.version::int, r.changes::jsonb, r.reason::text, r.client::text from (${rows}) r) a`
}

type Line = { seal: string | null; line: string; moment: number }
type Origin = 'own' | 'broken' | 'unknown'

function originOf(secret: string, { seal, line }: Line): Origin {
  const [house, nonce, mark] = (seal ?? '').split('.')
  if (house !== houseOf(secret)) return 'unknown'
  return mark === hashed(ofHouse(secret, `line ${nonce ?? ''}`) + hashed(line)) ? 'own' : 'broken'
}

/** How long servers of a version before seals, or with a secret before, may write beside those of today. Seconds. */
const changeOver = 86_400

/**
 * Looks at line after line in the order of the chain, and says what is wrong with one: its seal is that of another line, or it has none of this
 * house though the house had begun to seal. What came before the first seal (a log that is older, books brought here from elsewhere) counts as
 * unsealed; only where there are such lines do servers of before get a day to go.
 */
export function originJudge(secret: string) {
  let [unsealed, begun, newest] = [0, null as number | null, 0]
  return {
    unsealed: (): number => unsealed,
    judge(line: Line): { wrong: 'altered' | 'inserted' | null; own: boolean } {
      const origin = originOf(secret, line)
      if (origin === 'broken') return { wrong: 'altered', own: false }
      if (origin === 'own') {
        begun ??= line.moment
        newest = Math.max(newest, line.moment)
        return { wrong: null, own: true }
      }
      if (begun !== null && (unsealed === 0 || newest - begun > changeOver)) return { wrong: 'inserted', own: false }
      unsealed += 1
      return { wrong: null, own: false }
    },
  }
}
