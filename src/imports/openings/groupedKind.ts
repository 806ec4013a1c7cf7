import { setImmediate as turn } from 'node:timers/promises'

import type { PayloadRequest } from 'payload'

import { type Moment, now } from '@/src/engine/clock'
import { languageOf } from '@/src/engine/refusal'

import { mostErrors, nothingTaken, tell, type Taken, type Taking } from '../engine/definition'
import { unnumbered } from '../reading/emptyCells'
import { headed, rowReader } from '../engine/readRow'
import { Relations } from '../engine/relations'
import type { ImportError } from '../kinds'
import { openGroups, type StagedGroup, type StagedRow } from '../staging/groupedRows'
import { Masters } from './masters'

type Values = Record<string, unknown>

/** Rows that make one document, and what it says as a whole. */
export type Group = { no: string; rows: StagedRow[]; head: Values }

export type GroupContext = {
  req: PayloadRequest
  masters: Masters
  /** its moment: a file comes in at one */
  now: Moment
  fields: Readonly<Record<string, string>>
  /** Tells what is wrong with a row, in both languages. */
  wrong: (row: number, column: string, zh: string, en: string, yes?: ImportError['yes']) => void
  anyWrong: () => boolean
}

/** What becomes of a portion of documents; `store` writes it, while the next one is read and made up. */
export type Written = { created: number; updated: number; unchanged: number; store?: () => Promise<void> }

type Grouping = {
  taking: Taking
  /** Columns of the document, the others are its lines'. */
  headColumns: readonly string[]
  /** Which document a row belongs to; its number unless the kind knows better. */
  keyOf?: (values: Values, row: number) => string
}

/** Which rows make a document, where numbers alone do not tell, and what it is called: without a number it is what a customer bought on a day. */
function numbering({ numbers }: Readonly<Record<string, string>>) {
  const often = new Map<string, number>()
  const isSplit = numbers === 'split'
  return {
    keyOf: ({ no, customer, date }: Values): string =>
      isSplit || no === unnumbered ? `${String(no)}|${String(date)}|${String(customer)}` : String(no),
    /** In the order of the file, so that the same file gives the same numbers. */
    named: (group: Group, masters: Masters): Group => {
      const { no, date, customer } = group.head
      if (no === undefined) return group
      if (no === unnumbered) return { ...group, no: `H${String(date).replaceAll('-', '')}-${masters.party(Number(customer)).code}` }
      if (!isSplit) return group
      const before = often.get(String(no)) ?? 0
      often.set(String(no), before + 1)
      return { ...group, no: before === 0 ? String(no) : `${String(no)}-${String(before + 1)}` }
    },
  }
}

const portion = { groups: 2000, rows: 4000 }

/** One after the other; the database is listened to in between, so that what is being written meanwhile goes on. */
export async function* inTurns<One>(all: readonly One[]): AsyncIterable<One> {
  for (const [index, one] of all.entries()) {
    if (index % 20 === 19) await turn()
    yield one
  }
}

/** What a document says as a whole, told by the first row that says it and by no other differently. */
function headOf(
  rows: readonly StagedRow[],
  columns: readonly string[],
): { head: Values; differs: Array<{ row: number; column: string; was: unknown; is: unknown }> } {
  const head: Values = {}
  const differs: Array<{ row: number; column: string; was: unknown; is: unknown }> = []
  for (const { row, values } of rows)
    for (const column of columns) {
      const value = values[column]
      if (value === undefined) continue
      if (head[column] === undefined) head[column] = value
      else if (head[column] !== value) differs.push({ row, column, was: head[column], is: value })
    }
  return { head, differs }
}

/** Groups of rows and what they are read with; what is wrong is kept in `taken`. */
function beginGroups({ taking: { req, columns, fields, table, progress }, headColumns, keyOf }: Grouping) {
  const taken = nothingTaken()
  const relations = new Relations(req)
  const readRow = rowReader({ req, table, columns, relations })
  const english = languageOf(req) === 'en'
  const wrong: GroupContext['wrong'] = (row, column, zh, en, yes) => {
    const error: ImportError = { row, column, heading: headed(req, columns, column), message: english ? en : zh, ...(yes ? { yes } : {}) }
    tell(taken, [error])
  }
  const context: GroupContext = { req, masters: new Masters(req), now: now(req), fields, wrong, anyWrong: () => taken.errors.length > 0 }
  // reading is one half of the work, writing the other
  let [walked, told] = [0, 0]
  const advance = (rows: number): Promise<void> => {
    walked += rows
    const done = Math.round(walked / 2)
    const more = done - told
    told = done
    return progress.advance(more)
  }
  const { keyOf: byNumber, named } = numbering(fields)
  const keyed = keyOf ?? byNumber
  return {
    taken,
    context,
    advance,
    named: (group: Group): Group => (keyOf ? group : named(group, context.masters)),
    async *read(): AsyncIterable<Array<StagedRow & { key: string }>> {
      for await (const rows of table.rows()) {
        await relations.learn(columns, rows)
        yield rows.flatMap((row) => {
          const { values, errors } = readRow(row)
          tell(taken, errors)
          // once there is more wrong than is told, rows are only counted
          if (errors.length > 0 || taken.errors.length >= mostErrors) return []
          return [{ key: keyed(values, row.row), row: row.row, values }]
        })
        await advance(rows.length)
      }
    },
    whole({ key, rows }: StagedGroup): Group {
      const { head, differs } = headOf(rows, headColumns)
      for (const { row, column, was, is } of differs) {
        const isReused = column === 'customer' || column === 'date'
        wrong(
          row,
          column,
          `与同一单据前面的 ${String(was)} 不同：${String(is)}${isReused ? '；同号而不是一张的，请选择“同号分单”（numbers=split）' : ''}`,
          `${String(is)} differs from ${String(was)} earlier in the same document${isReused ? '; where one number is of several documents, say so (numbers=split)' : ''}`,
        )
      }
      return { no: key, rows, head }
    },
  }
}

/** Takes in documents whose rows stand anywhere in a file: read and set aside by number first, written portion by portion after. */
export async function takeGroups({
  write,
  most = portion,
  ...grouping
}: Grouping & {
  write: (context: GroupContext, groups: readonly Group[]) => Promise<Written>
  /** documents that are written together, and their rows */
  most?: typeof portion
}): Promise<Taken> {
  const { taken, context, advance, read, whole, named } = beginGroups(grouping)
  const groups = await openGroups(grouping.taking.req)
  for await (const rows of read()) await groups.add(rows)
  if (taken.errors.length >= mostErrors) return taken
  let storing: Promise<void> = Promise.resolve()
  try {
    for await (const found of groups.portions(most)) {
      const documents = found.map(whole)
      const ids = (column: string): number[] =>
        documents.flatMap(({ rows }) => rows.flatMap(({ values }) => (values[column] === undefined ? [] : [Number(values[column])])))
      await context.masters.learn({ customers: ids('customer'), items: ids('item'), terms: ids('paymentTerms') })
      const { created, updated, unchanged, store } = await write(context, documents.map(named))
      await storing
      storing = store?.() ?? Promise.resolve()
      // it is waited for before anything else is stored; until then nobody has to listen
      storing.catch(() => undefined)
      taken.created += created
      taken.updated += updated
      taken.unchanged += unchanged
      await advance(documents.reduce((sum, { rows }) => sum + rows.length, 0))
      if (taken.errors.length >= mostErrors) break
    }
  } finally {
    await storing
  }
  return taken
}

/** The documents of a file that was refused, to be judged one by one; in memory, because nothing is open any more. */
export async function refusedGroups(grouping: Grouping): Promise<{ taken: Taken; groups: Group[] }> {
  const { taken, read, whole } = beginGroups(grouping)
  const found = new Map<string, StagedRow[]>()
  for await (const rows of read())
    for (const { key, row, values } of rows) {
      const known = found.get(key)
      if (known) known.push({ row, values })
      else found.set(key, [{ row, values }])
    }
  return { taken, groups: [...found].map(([key, rows]) => whole({ key, rows })) }
}
