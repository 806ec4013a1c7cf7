import type { PrintedDocument } from './sheet'

type Correspondent = {
  name?: string | null
  language?: unknown
  contacts?: Array<{ name?: string | null; email?: string | null; main?: boolean | null }> | null
}

const isPerson = (value: unknown): value is Correspondent => typeof value === 'object' && value !== null

/** Whom a sheet concerns: the customer of a document and who pays for him, or the customer himself. */
export const peopleOf = (doc: PrintedDocument): Correspondent[] =>
  ('customer' in doc ? [doc['customer'], doc['billTo']] : 'contacts' in doc ? [doc] : []).filter(isPerson)
