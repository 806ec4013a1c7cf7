import { createHash } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { lineText, originJudge } from './auditSeal'
import { asJson, query, sql } from './query'

/** Lines taken at a time. */
const portion = 5000
/** Whoever chains takes this lock, so that the chain has one end. */
const chainLock = 7_204_518

const linked = (before: string, line: string): string => createHash('sha256').update(`${before}\n${line}`).digest('hex')

type End = { seq: number; hash: string }

async function endOfChain(req: PayloadRequest): Promise<End> {
  const [end] = await query<End>(req, sql`select seq, hash from audit_chain order by seq desc limit 1`)
  return end ?? { seq: 0, hash: '' }
}

/** Chains what has been committed since. Returns how many lines that were. */
export async function chainAuditLog(req: PayloadRequest): Promise<number> {
  await query(req, sql`select pg_advisory_xact_lock(${chainLock})`)
  let end = await endOfChain(req)
  let [chained, last] = [0, 0]
  for (;;) {
    const lines = await query<{ id: number; line: string }>(
      req,
      sql`select a.id, ${lineText} as line from audit_log a where a.id > ${last} and not exists (select from audit_chain c where c.audit_id = a.id)
          order by a.id limit ${portion}`,
    )
    // what has a smaller number and is committed later waits for the next round, so that no round looks through the log again and again
    last = lines.at(-1)?.id ?? last
    const links = lines.map(({ id, line }) => {
      end = { seq: end.seq + 1, hash: linked(end.hash, line) }
      return { seq: end.seq, id, hash: end.hash }
    })
    if (links.length > 0)
      await query(
        req,
        sql`insert into audit_chain (seq, audit_id, hash) select k.seq, k.id, k.hash from jsonb_to_recordset(${asJson(links)}::jsonb) as k(seq int, id int, hash text)`,
      )
    chained += links.length
    if (lines.length < portion) return chained
  }
}

export type AuditBreak = { line: number; what: 'altered' | 'missing' | 'chain' | 'inserted' | 'rewritten' | 'cut' }
export type AuditProof = {
  chained: number
  unchained: number
  /** lines from before the house sealed any, or under another secret: only the chain speaks for them */ unsealed: number
  head: string
  first: AuditBreak | null
  /** whether the head asked about stands in the chain */ knows: boolean
}

/** An end of the chain as it was kept elsewhere: how many lines there were, which was the last, and the hash over all of them. */
export type KeptHead = { seq: number; line: number; hash: string }

/** The end of the chain, to be kept elsewhere; null while nothing is chained. */
export async function headOfChain(req: PayloadRequest): Promise<KeptHead | null> {
  const [head] = await query<KeptHead>(req, sql`select seq, audit_id as line, hash from audit_chain order by seq desc limit 1`)
  return head ?? null
}

/** Whether an end of the chain that was kept is still there, as it was. */
export async function standsInChain(req: PayloadRequest, { seq, hash }: KeptHead): Promise<boolean> {
  const [link] = await query<{ hash: string }>(req, sql`select hash from audit_chain where seq = ${seq}`)
  return link?.hash === hash
}

/** Which database this is: one that is made anew begins a log of its own. */
export async function bookOf(req: PayloadRequest): Promise<string> {
  const [book] = await query<{ book: string }>(
    req,
    sql`select datname || '-' || oid::text as book from pg_database where datname = current_database()`,
  )
  return (book?.book ?? 'book').replace(/[^\w-]/g, '_')
}

type Waiting = { id: number; seal: string | null; line: string; moment: number }
type Link = { seq: number; auditId: number; hash: string; seal: string | null; line: string | null; moment: number | null }

/**
 * A line takes its number when it is written and its place in the chain once it is committed, so one with a smaller number may come later; no
 * transaction lasts a day. Seconds. Asked only of lines without a seal: a sealed one is the house's own.
 */
const longestWork = 86_400

const isInserted = ({ id, moment }: { id: number; moment: number }, newest: { id: number; moment: number }): boolean =>
  id < newest.id && Math.abs(newest.moment - moment) > longestWork

/** Looks at line after line, chained or waiting, and names what is wrong with one. */
function lineJudge(secret: string) {
  const origins = originJudge(secret)
  let newest = { id: 0, moment: 0 }
  return {
    unsealed: origins.unsealed,
    wrong({ id, seal, line, moment }: Waiting): AuditBreak | null {
      const { wrong, own } = origins.judge({ seal, line, moment })
      if (wrong) return { line: id, what: wrong }
      if (!own && isInserted({ id, moment }, newest)) return { line: id, what: 'inserted' }
      if (id > newest.id) newest = { id, moment }
      return null
    },
  }
}

/**
 * Walks the chain from its beginning, and then the lines that wait for it: the first line that is not what it was, is not there any more,
 * whose link is gone, or that the house has not written. `kept`: an end of the chain that was kept elsewhere, `head` the hash of one: what has
 * been cut off or made anew since is found by it. `unchained`: lines that wait for the next round. Changes nothing.
 */
export async function verifyAuditLog(
  req: PayloadRequest,
  { kept = null, head = null }: { kept?: KeptHead | null; head?: string | null } = {},
): Promise<AuditProof> {
  const waiting = await query<Waiting>(
    req,
    sql`select a.id, a.seal, ${lineText} as line, extract(epoch from a.at)::float8 as moment
        from audit_log a where not exists (select from audit_chain c where c.audit_id = a.id) order by a.id`,
  )
  const lines = lineJudge(req.payload.config.secret)
  let end: End = { seq: 0, hash: '' }
  let knows = head === null
  const proof = (first: AuditBreak | null): AuditProof => ({
    chained: end.seq,
    unchained: waiting.length,
    unsealed: lines.unsealed(),
    head: end.hash,
    first,
    knows,
  })
  for (;;) {
    const links = await query<Link>(
      req,
      sql`select c.seq, c.audit_id as "auditId", c.hash, a.seal, case when a.id is null then null else ${lineText} end as line,
            extract(epoch from a.at)::float8 as moment
          from audit_chain c left join audit_log a on a.id = c.audit_id where c.seq > ${end.seq} order by c.seq limit ${portion}`,
    )
    for (const { seq, auditId, hash, seal, line, moment } of links) {
      if (seq !== end.seq + 1) return proof({ line: auditId, what: 'chain' })
      if (line === null) return proof({ line: auditId, what: 'missing' })
      if (linked(end.hash, line) !== hash) return proof({ line: auditId, what: 'altered' })
      const wrong = lines.wrong({ id: auditId, seal, line, moment: moment ?? 0 })
      if (wrong) return proof(wrong)
      if (kept?.seq === seq && kept.hash !== hash) return proof({ line: auditId, what: 'rewritten' })
      if (hash === head) knows = true
      end = { seq, hash }
    }
    if (links.length < portion) break
  }
  if (kept && kept.seq > end.seq) return proof({ line: kept.line, what: 'cut' })
  for (const line of waiting) {
    const wrong = lines.wrong(line)
    if (wrong) return proof(wrong)
  }
  return proof(null)
}
