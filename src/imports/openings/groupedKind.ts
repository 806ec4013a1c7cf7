import type { PayloadRequest } from 'payload'

import { languageOf } from '@/src/engine/refusal'

import { mostErrors, nothingTaken, tell, type Taken, type Taking } from '../engine/definition'
import { headed, readRow } from '../engine/readRow'
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
  fields: Readonly<Record<string, string>>
  /** Tells what is wrong with a row, in both languages. */
  wrong: (row: number, column: string, zh: string, en: string) => void
}

/** What becomes of a portion of documents. */
export type Written = { created: number; updated: number; unchanged: number }

const portion = 500

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

/** Takes in documents whose rows stand anywhere in a file: read and set aside by number first, written portion by portion after. */
export async function takeGroups({
  taking: { req, table, columns, progress, fields },
  headColumns,
  write,
}: {
  taking: Taking
  /** Columns of the document, the others are its lines'. */
  headColumns: readonly string[]
  write: (context: GroupContext, groups: readonly Group[]) => Promise<Written>
}): Promise<Taken> {
  const taken = nothingTaken()
  const relations = new Relations(req)
  const masters = new Masters(req)
  const english = languageOf(req) === 'en'
  const wrong = (row: number, column: string, zh: string, en: string): void => {
    const error: ImportError = { row, column, heading: headed(req, columns, column), message: english ? en : zh }
    tell(taken, [error])
  }
  const groups = await openGroups(req)
  for await (const rows of table.rows()) {
    await relations.learn(columns, rows)
    const staged = rows.flatMap((row) => {
      const { values, errors } = readRow({ req, row, table, columns, relations })
      tell(taken, errors)
      // once there is more wrong than is told, rows are only counted
      return errors.length > 0 || taken.errors.length >= mostErrors ? [] : [{ key: String(values['no']), row: row.row, values }]
    })
    await groups.add(staged)
    await progress.advance(rows.length)
  }
  if (taken.errors.length >= mostErrors) return taken
  const context: GroupContext = { req, masters, fields, wrong }
  for await (const found of groups.portions(portion)) {
    const whole = found.map(({ key, rows }: StagedGroup): Group => {
      const { head, differs } = headOf(rows, headColumns)
      for (const { row, column, was, is } of differs)
        wrong(
          row,
          column,
          `与同一单据前面的 ${String(was)} 不同：${String(is)}`,
          `${String(is)} differs from ${String(was)} earlier in the same document`,
        )
      return { no: key, rows, head }
    })
    const ids = (column: string): number[] =>
      whole.flatMap(({ rows }) => rows.flatMap(({ values }) => (values[column] === undefined ? [] : [Number(values[column])])))
    await masters.learn({ customers: ids('customer'), items: ids('item'), terms: ids('paymentTerms') })
    const { created, updated, unchanged } = await write(context, whole)
    taken.created += created
    taken.updated += updated
    taken.unchanged += unchanged
    await progress.advance(0)
    if (taken.errors.length >= mostErrors) return taken
  }
  return taken
}
