import type { PayloadRequest, Where } from 'payload'

import type { CollectionSlug } from '@/src/engine/documents/stored'

import type { Role } from '@/src/domain/people/person'

import type { ImportColumn, Words } from '../column'
import type { OpenTable } from '../reading/openTable'
import type { ImportError } from '../kinds'

export type Progress = {
  /** Rows done so far; throws when somebody has called the import off. */
  advance: (rows: number) => Promise<void>
}

/** How often something is wrong with a column; '' is the row as a whole. */
export type ProblemCount = { column: string; heading: string; count: number }

/** `errors` holds the first problems, `problems` counts all of them by their column. */
export type Taken = { created: number; updated: number; unchanged: number; errors: ImportError[]; problems: ProblemCount[] }

export type Taking = {
  req: PayloadRequest
  table: OpenTable
  columns: readonly ImportColumn[]
  progress: Progress
  /** What the form says beside the file. */
  fields: Readonly<Record<string, string>>
}

/** One kind of import: what its files look like, who may send them, and what becomes of the rows; in one transaction. */
export type ImportDefinition = {
  kind: string
  title: Words
  /** What stands above the template. */
  note: Words
  roles: readonly Role[]
  columns: (req: PayloadRequest) => readonly ImportColumn[]
  /** Of documents in rows: the columns of a document as a whole, its number first; the others are its lines'. */
  headColumns?: readonly string[]
  take: (taking: Taking) => Promise<Taken>
  /** The records it makes: how many there are says what a company that moves in still lacks. */
  records: { slug: CollectionSlug; where?: Where }
  /** What else is wrong with a file that was refused while it was being written: the refusal has ended the transaction. */
  explain?: (taking: Taking, refused: Refused) => Promise<Taken>
  /** What the sender may allow a file of this kind. */
  allows?: ReadonlyArray<'removeLines' | 'firstRow' | 'numbers' | 'taxMode'>
}

/** Thrown while a file is written: what was refused, and how many documents of the file had passed before. */
export class Refused extends Error {
  constructor(
    readonly errors: readonly ImportError[],
    readonly passed: number,
  ) {
    super('refused')
  }
}

export const nothingTaken = (): Taken => ({ created: 0, updated: 0, unchanged: 0, errors: [], problems: [] })

/** More problems than this tell a person nothing new. */
export const mostErrors = 1000

/** Notes what is wrong: the first problems are kept as they are, all are counted, so that a million wrong rows weigh no more than a thousand. */
export function tell(taken: Taken, errors: readonly ImportError[]): void {
  for (const error of errors) {
    const known = taken.problems.find(({ column }) => column === error.column)
    if (known) known.count += 1
    else taken.problems.push({ column: error.column, heading: error.heading ?? error.column, count: 1 })
    if (taken.errors.length < mostErrors) taken.errors.push(error)
  }
}
