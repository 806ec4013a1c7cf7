import type { PayloadRequest } from 'payload'

import type { Role } from '@/src/domain/people/person'
import type { Question } from '@/src/engine/askedForAll'
import type { CollectionSlug } from '@/src/engine/documents/stored'
import type { Sql } from '@/src/ledger/query'

import type { ImportColumn, Words } from '../column'
import { type FieldSpec, fieldColumns } from './fieldColumns'
import type { Objection } from './judgeRecord'

type Values = Record<string, unknown>

/** `checks`: what is told of each of them, once those before it are in the books. */
export type Beside = { checks?: () => Promise<unknown[][]>; written?: Sql | null; leave?: () => Promise<void> }

/** What of a row contradicts it, by its column. */
export type Contradiction = Words & { column: string }

/** A kind of master record as its files have it. */
export type MasterKind = {
  kind: string
  slug: CollectionSlug
  title: Words
  note?: Words
  roles: readonly Role[]
  /** Columns that are fields. */
  fields: readonly FieldSpec[]
  /** Columns that are something else, and what they become; `former`: the record as it stands. */
  more?: readonly ImportColumn[]
  compose?: (values: Values, former: Values | null) => Values
  /** What a record is known by, first one that is given. */
  keys?: ReadonlyArray<readonly string[]>
  /** Without a code the name is one: lists of sales know their categories by name alone. */
  namedByName?: boolean
  /** The same only for a file that has no column of codes; where it has one, no row may leave it out. */
  namedWhereUncoded?: boolean
  /** The column that tells of two rows that are known by the same. */
  toldIn?: Readonly<Record<string, string>>
  /** What is made up where a file cannot say it. */
  complete?: (values: Values) => Values
  /** The same for a portion of rows, where something has to be read for it. */
  completeAll?: (req: PayloadRequest, rows: readonly Values[]) => Promise<Values[]>
  /** What `compose` looks at of a record there is, besides the fields of the file. */
  composedFrom?: readonly string[]
  /** Questions of the collection's hooks that are asked for all rows at once. */
  answered?: readonly Question[]
  /** What a row says against itself. */
  contradictions?: (values: Values) => readonly Contradiction[]
  /** What a hook would have said of each new record of a portion, row by row. */
  judgeRows?: (req: PayloadRequest, data: readonly Values[]) => Promise<Objection[][]>
  /** Where a record known by the last of its keys may not be changed so: what its twin is told. */
  twinOf?: (req: PayloadRequest, values: Values, former: { id: number }) => Objection[]
  /** What a save tells of new records and leaves behind beside them, made ready for a portion: told just before they are written, written with them, left after. */
  beside?: (req: PayloadRequest, records: ReadonlyArray<Values & { id: number }>) => Promise<Beside>
  /**
   * No row means a record that an earlier row of the file made, but by its own key: rows are read and judged while those before them are
   * being written.
   */
  rowsStandAlone?: boolean
}

/** The path of every column that is a field: `credit.limit` of `creditLimit`. */
export const pathsOf = (req: PayloadRequest, { slug, fields }: MasterKind): Map<string, string> =>
  new Map(fieldColumns(req, slug, fields).map(({ name }, index) => [name, fields[index]?.field ?? name]))
