import type { TakesOver } from './takenOver'

/**
 * What the lines of a document have to do with its head, told by the collection: the grid knows no document.
 */
export type GridHead = {
  /** fields of the head that have a say in what a check of the lines answers */
  heard: readonly string[]
  /** the head's totals without tax, of tax, with tax; they are told under the lines */
  totals?: readonly [net: string, tax: string, gross: string]
  takesOver?: TakesOver
  /** what he owes and had last stands above the lines */
  customerBar?: boolean
  /** the server is asked, while somebody types, what saving would say */
  checked?: boolean
  /** the question that tells cost and margin of the lines, to whoever may know them */
  margins?: 'quote-margin' | 'order-margin'
  /** a field of the head without which there is nothing to check */
  needs?: string
}

/** When the lines are open, and the field of the head that says so: told by the kind of document. */
export type GridStates = { field: string; editable: readonly string[]; initial: string }
