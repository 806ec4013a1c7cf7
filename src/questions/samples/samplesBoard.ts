import type { PayloadRequest, Where } from 'payload'

import { businessDate, daysBetween } from '@/src/domain/kernel/businessDate'
import { businessDateOf } from '@/src/domain/kernel/instant'
import { labelOf } from '@/src/domain/messages/labels'
import { nextResponsible, type SampleStatus } from '@/src/domain/samples/sampleSteps'
import { statesIn } from '@/src/domain/kinds'
import { now } from '@/src/engine/clock'
import { env } from '@/src/env/env'
import { languageOf } from '@/src/engine/refusal'
import { findRecords } from '@/src/engine/documents/findRecords'

const sampleStates = statesIn('samples')
const roundStates = statesIn('feedback-rounds')

type SampleCard = {
  id: number
  no: string
  name: string
  customer: string
  salesperson: string
  engineer: string
  /** Whole days in its state. */
  days: number
  next: 'sales' | 'engineering' | 'customer' | null
  /** Who that is: the person where one is named, else the side. */
  nextName: string
  round: number | null
  roundStatus: string | null
}
type BoardColumn = { status: SampleStatus; label: string; count: number; cards: SampleCard[] }
type Choice = { id: number; name: string }
export type SamplesBoard = {
  columns: BoardColumn[]
  choices: { customer: Choice[]; salesperson: Choice[]; engineer: Choice[] }
}

/** The states somebody still has to move on, in the order of a sample's life. */
const columns = ['draft', 'submitted', 'inPreparation', 'ready', 'sent', 'changeRequested', 'approvedByCustomer'] as const
const people = ['customer', 'salesperson', 'engineer'] as const
type BoardFilter = Partial<Record<(typeof people)[number], number | null>>

/** Cards shown of a column, those that wait longest first; the count is of all. */
const shown = 100

type SampleRow = {
  id: number
  no: string
  name: string
  status: SampleStatus
  statusSince?: string | null
  createdAt: string
} & Partial<Record<(typeof people)[number], number | null>>

/** All rows this person may see, in one read; a collection closed to him has none. */
async function rowsOf<Row extends object>(
  req: PayloadRequest,
  slug: string,
  where: Where,
  fields: readonly string[],
  sort = 'id',
): Promise<Row[]> {
  const found: object[] = await findRecords({ req, slug, where, fields, sort, overrideAccess: false })
  return found.map((record) => record as Row)
}

async function namesOf(req: PayloadRequest, collection: string, ids: Iterable<number | null | undefined>): Promise<Map<number, string>> {
  const wanted = [...new Set([...ids].filter((id): id is number => typeof id === 'number'))]
  if (wanted.length === 0) return new Map()
  const rows = await rowsOf<{ id: number; name?: string; shortName?: string }>(
    req,
    collection,
    { id: { in: wanted } },
    collection === 'customers' ? ['name', 'shortName'] : ['name'],
  )
  return new Map(rows.map(({ id, name, shortName }) => [id, shortName || name || String(id)]))
}

const choicesOf = (ids: Iterable<number | null | undefined>, names: ReadonlyMap<number, string>): Choice[] =>
  [...new Set(ids)]
    .flatMap((id) => (typeof id === 'number' && names.has(id) ? [{ id, name: names.get(id) as string }] : []))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh'))

/**
 * 样板看板: the samples in work this person may see, a column per state, with last round, days in the state and who must act next.
 * The choices of the filters are those of all his samples in work, filtered or not.
 */
export async function samplesBoard({ req, filter }: { req: PayloadRequest; filter: BoardFilter }): Promise<SamplesBoard> {
  const language = languageOf(req)
  const fields = ['no', 'name', 'status', 'statusSince', 'createdAt', ...people]
  const all = await rowsOf<SampleRow>(req, 'samples', { status: { in: [...columns] } }, fields, 'statusSince')
  const wanted = all.filter((row) => people.every((who) => !filter[who] || row[who] === filter[who]))
  const onBoard = new Map(columns.map((status) => [status as SampleStatus, wanted.filter((row) => row.status === status)]))
  const ids = [...onBoard.values()].flatMap((rows) => rows.slice(0, shown).map(({ id }) => id))
  const [customers, users, rounds] = [
    await namesOf(req, 'customers', all.map(({ customer }) => customer)), // prettier-ignore
    await namesOf(req, 'users', all.flatMap(({ salesperson, engineer }) => [salesperson, engineer])), // prettier-ignore
    ids.length === 0
      ? []
      : await rowsOf<{ sample: number; round: number; status: keyof typeof roundStates }>(
          req,
          'feedback-rounds',
          { sample: { in: ids } },
          ['sample', 'round', 'status'],
          'round',
        ),
  ]
  const lastRound = new Map(rounds.map((round) => [round.sample, round]))
  const day = (instant: string): ReturnType<typeof businessDate> => businessDate(businessDateOf({ instant, timeZone: env.TZ_BUSINESS }))
  const today = businessDate(now(req).date)
  const cardOf = (row: SampleRow): SampleCard => {
    const name = (names: ReadonlyMap<number, string>, id: number | null | undefined): string => (id ? (names.get(id) ?? '') : '')
    const round = lastRound.get(row.id)
    const next = nextResponsible(row.status)
    const known = { customer: name(customers, row.customer), sales: name(users, row.salesperson), engineering: name(users, row.engineer) }
    return {
      id: row.id,
      no: row.no,
      name: row.name,
      customer: known.customer,
      salesperson: known.sales,
      engineer: known.engineering,
      days: Math.max(0, daysBetween(day(row.statusSince ?? row.createdAt), today)),
      next,
      nextName: next === null ? '' : known[next] || labelOf(next, language),
      round: round?.round ?? null,
      roundStatus: round ? roundStates[round.status][language] : null,
    }
  }
  return {
    columns: [...onBoard].map(([status, rows]) => ({
      status,
      label: sampleStates[status][language],
      count: rows.length,
      cards: rows.slice(0, shown).map(cardOf),
    })),
    choices: {
      customer: choicesOf(all.map(({ customer }) => customer), customers), // prettier-ignore
      salesperson: choicesOf(all.map(({ salesperson }) => salesperson), users), // prettier-ignore
      engineer: choicesOf(all.map(({ engineer }) => engineer), users), // prettier-ignore
    },
  }
}
