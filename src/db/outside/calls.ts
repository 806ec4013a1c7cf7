import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { txOf } from '../transaction'

export type Happened = {
  seq: number
  auditId: number
  at: string
  slug: string
  documentId: string
  no: string | null
  verb: string
  version: number | null
  by: string | null
}

/** What is sent, as it was kept: the sender's event (`OutsideEvent`). */
type Body = Record<'event' | 'at' | 'slug' | 'documentId' | 'link', string> & {
  id: number
  no: string | null
  version: number | null
  by: string | null
}

type For = { req: PayloadRequest; webhook: number }

/** So many places of the chain are looked at in one question. */
const reach = 5000

/** Steps of documents beyond a place of the chain and since a moment, in order, and how far was looked. */
export async function happenedSince({
  req,
  seq,
  since,
  events,
  most,
}: {
  req: PayloadRequest
  seq: number
  since: string
  events: readonly string[]
  most: number
}): Promise<{ happened: Happened[]; seq: number; isMore: boolean }> {
  const tx = await txOf(req)
  const { rows } = await tx.execute(sql`
    select c.seq, a.id as "auditId", to_json(a.at) as at, a.slug, a.document_id as "documentId", a.no, a.verb, a.version::int as version, a.user_name as by
    from audit_chain c join audit_log a on a.id = c.audit_id
    where c.seq > ${seq}::int and c.seq <= ${seq}::int + ${reach}::int and a.at >= ${since}::timestamptz and a.document_id is not null
      and a.slug || '.' || a.verb in (select jsonb_array_elements_text(${JSON.stringify(events)}::jsonb))
    order by c.seq limit ${most}::int`)
  const happened = rows as Happened[]
  if (happened.length === most) return { happened, seq: happened.at(-1)?.seq ?? seq, isMore: true }
  const { rows: ends } = await tx.execute(sql`select coalesce(max(seq), 0) as seq from audit_chain`)
  const last = (ends[0] as { seq: number }).seq
  return { happened, seq: Math.max(seq, Math.min(last, seq + reach)), isMore: last > seq + reach }
}

type NewCall = { place: number; auditId: number; subject: string; event: string; body: object }

/** An event is told once to each subscriber. */
export async function queueCalls({ req, webhook, calls }: For & { calls: readonly NewCall[] }): Promise<void> {
  const tx = await txOf(req)
  if (calls.length > 0)
    await tx.execute(sql`
      insert into calls (webhook_id, audit_id, subject, event, body)
      select ${webhook}::int, c."auditId", c.subject, c.event, c.body
      from jsonb_to_recordset(${JSON.stringify(calls)}::jsonb) as c(place int, "auditId" int, subject text, event text, body jsonb) order by c.place
      on conflict do nothing`)
}

export type Waiting = { id: number; body: Body; attempts: number }

/** The oldest call of every document that is due: what comes after it waits for it. */
export async function dueCalls({ req, webhook, most }: For & { most: number }): Promise<Waiting[]> {
  const tx = await txOf(req)
  const { rows } = await tx.execute(sql`
    select id, body, attempts from (
      select distinct on (subject) id, body, attempts, next_at from calls where webhook_id = ${webhook}::int and status = 'queued' order by subject, id
    ) first where next_at <= now() order by id limit ${most}::int`)
  return (rows as Waiting[]).map((row) => ({ ...row, id: Number(row.id) }))
}

/** What became of a call: taken, to be tried again in so many seconds, or given up; who was switched off meanwhile is not tried again. */
export async function settleCall({
  req,
  id,
  answer,
  isTaken,
  again,
}: {
  req: PayloadRequest
  id: number
  answer: string
  isTaken: boolean
  again: number | null
}): Promise<void> {
  const tx = await txOf(req)
  const status = isTaken ? 'sent' : again === null ? 'failed' : 'queued'
  await tx.execute(sql`
    update calls set status = case when status = 'stopped' and not ${isTaken}::boolean then status else ${status}::text end, attempts = attempts + 1, answer = ${answer.replaceAll('\0', '').slice(0, 2000)}::text,
      next_at = now() + make_interval(secs => ${again ?? 0}::int), sent_at = case when ${isTaken}::boolean then now() end
    where id = ${id}::bigint`)
}

type LoggedCall = {
  id: number
  body: Body
  status: 'queued' | 'sent' | 'failed' | 'stopped'
  attempts: number
  answer: string | null
  createdAt: string
  sentAt: string | null
  nextAt: string
}

export async function callsOf({ req, webhook, most }: For & { most: number }): Promise<LoggedCall[]> {
  const tx = await txOf(req)
  const { rows } = await tx.execute(sql`
    select id::float8 as id, body, status, attempts, answer, to_json(created_at) as "createdAt", to_json(sent_at) as "sentAt", to_json(next_at) as "nextAt"
    from calls where webhook_id = ${webhook}::int order by calls.id desc limit ${most}::int`)
  return rows as LoggedCall[]
}

/** Sends a call again, or all that were given up. Returns how many. */
export async function resendCalls({ req, webhook, only }: For & { only?: number }): Promise<number> {
  const tx = await txOf(req)
  const { rowCount } = await tx.execute(sql`
    update calls set status = 'queued', attempts = 0, next_at = now() where webhook_id = ${webhook}::int
      and (id = ${only ?? null}::bigint or (${only ?? null}::bigint is null and status = 'failed'))`)
  return rowCount ?? 0
}

/** The log of calls that were taken is kept for three months. */
export async function forgetCalls(req: PayloadRequest): Promise<void> {
  const tx = await txOf(req)
  await tx.execute(sql`delete from calls where status <> 'queued' and created_at < now() - interval '90 days'`)
}
