import type { PayloadRequest } from 'payload'

import type { Question } from '@/src/engine/askedForAll'
import type { FoundRecord } from '@/src/engine/documents/findRecords'
import type { Sql } from '@/src/ledger/query'

import type { Rewritten } from '../staging/rewriteRecords'

/** A list of known records as files have it: what of a record follows it, and what its hooks ask, asked for many records at once. */
export type KeptList = {
  slug: 'items' | 'customers'
  list: string
  /** Other fields that say what the list says. */
  follows?: readonly string[]
  answered: readonly Question[]
  /** Records whose change something may speak against; they go through the save, which tells what. */
  doubtful?: (req: PayloadRequest, settled: readonly Rewritten[]) => Promise<ReadonlySet<number>>
  /** What a save finds of each record and keeps with it, told just before they are written, and what is remembered beside them. */
  beside?: (
    req: PayloadRequest,
    records: readonly FoundRecord[],
  ) => Promise<{ checks: () => Promise<ReadonlyArray<readonly unknown[]>>; written: readonly Sql[] }>
}

/** A record as it is stored, its list as the file wants it, and the row that told of it. */
export type ListChange = { row: number; former: FoundRecord; rows: ReadonlyArray<Record<string, unknown>> }
/** `record`: what a save would make of it; null where the save itself has to. */
export type JudgedChange = ListChange & { record: FoundRecord | null }

/** Of a save what is called with what the save of one record has; the platform types each of its operations by itself. */
export type Hook = (args: Record<string, unknown>) => unknown
export const hooksOf = (hooks: readonly unknown[]): Hook[] => hooks.filter((hook): hook is Hook => typeof hook === 'function')

/** What is done for all records at once, whatever the list. */
export const answeredOf = ({ answered }: KeptList): Question[] => ['locks', 'memory', 'words', 'log', ...answered]

/** Fields of a record that may change with its list. */
export const changingOf = ({ list, follows = [] }: KeptList): ReadonlySet<string> => new Set([list, ...follows, 'version'])
