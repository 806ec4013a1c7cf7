import type { Role } from '@/src/domain/people/person'
import type { PayloadRequest } from 'payload'

import type { Table } from './reading/readTable'

/** What is wrong with a cell; `heading` is its column in words of the screen, `found` what stood there; `yes`: it has only to be allowed. */
export type ImportError = { row: number; column: string; message: string; heading?: string; found?: string; yes?: 'removeLines' }
export type ImportResult = {
  created: number
  updated: number
  unchanged?: number
  errors: ImportError[]
  document?: { slug: string; id: number; no: string }
}

/** One kind of file that may be uploaded: its headings in both languages, the columns it cannot do without, and what it does. */
export type ImportKind = {
  kind: string
  headings: Readonly<Record<string, string>>
  required: readonly string[]
  /** Columns of figures, and those of rates in percent. */
  figures: readonly string[]
  rates: readonly string[]
  roles: readonly Role[]
  /** `fields`: what the form says beside the file. Opens its own transactions; with `dryRun` everything is decided and nothing kept. */
  run: (input: { req: PayloadRequest; table: Table; dryRun: boolean; fields: Readonly<Record<string, string>> }) => Promise<ImportResult>
}
