import type { RichRun } from '../text/richText'

type Option = { value: string; label: string }

/** One column of a list, in the reader's language. `state`: shown as a pill. */
export type ListColumn = {
  name: string
  label: string
  kind: 'text' | 'figure' | 'amount' | 'date' | 'instant' | 'choice' | 'check' | 'record' | 'records'
  state?: boolean
  options?: readonly Option[]
  relation?: string
  /** Whether the list can be put in its order. */
  sorts: boolean
  /** Added up over the lines whenever it is read: such a column cannot be filtered by, and leads to the lines. */
  ofLines?: true
  /** What stands there may be a code of the log: it is told by the words of its line. */
  speaks?: 'reasons' | 'numbers'
}

export const isFigure = ({ kind }: Pick<ListColumn, 'kind'>): boolean => kind === 'figure' || kind === 'amount'

/** What a cell shows, and for states, amounts and records what stands behind it; `runs`: the same with its marks, where it has any. */
export type ListCell = { text: string; value?: string | number | boolean; runs?: readonly RichRun[] }

/** `state`: where a document stands, whether the list shows it or not. */
export type ListRow = { id: number; title: string; state?: string; cells: Readonly<Record<string, ListCell>> }

export type ListAnswer = { rows: readonly ListRow[]; page: number; more: boolean }

/** Sums of everything that was asked for, by currency where there are several. `estimated`: too many to be counted while somebody waits. */
export type ListTotals = {
  count: number
  estimated: boolean
  sums: ReadonlyArray<{ currency: string | null; of: Readonly<Record<string, number>> }>
}
