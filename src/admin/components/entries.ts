import { withValueAt } from './fieldPath'

/**
 * What is being entered in a form beside the form's own state: the rows of its grids, and look-ups whose answer is still on its way.
 * Saving waits for the answers, takes the rows, and saves nothing while something typed could not be read.
 */
export type Entry = {
  /** rows of a grid, ready to be saved; undefined for a single field */
  rows?: () => ReadonlyArray<Record<string, unknown>>
  /** the rows as they were stored, in the order they were taken; what has been typed since stays */
  saved?: (rows: ReadonlyArray<Record<string, unknown>>) => void
  /** a new record has been saved and goes on at a page of its own: what is typed from now on goes along */
  movesTo?: (page: string) => void
  /** what was typed is no longer wanted */
  discard?: () => void
  settled: () => Promise<unknown>
  /** what was typed and means nothing, told where it stands; `focus` leads there */
  unread: () => ReadonlyArray<{ message: string; focus: () => void }>
  /** findings of a refused save that name a place in here */
  refused?: (findings: ReadonlyArray<{ path?: string; message?: string }>) => void
}

const entries = new WeakMap<object, Map<string, Entry>>()

/** A form is known by the one thing of it that never changes: its dispatcher. */
export function openEntry(form: object, name: string, entry: Entry): () => void {
  const of = entries.get(form) ?? new Map<string, Entry>()
  entries.set(form, of.set(name, entry))
  return () => {
    if (of.get(name) === entry) of.delete(name)
  }
}

export const entriesOf = (form: object): ReadonlyMap<string, Entry> => entries.get(form) ?? new Map<string, Entry>()

/** What the form holds, with the rows that stand in its grids. */
export const withEntered = (form: object, data: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  [...entriesOf(form)].reduce((all, [path, { rows }]) => (rows ? withValueAt(all, path, rows()) : all), { ...data })
