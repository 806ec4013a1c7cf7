import type { CollectionBeforeOperationHook } from 'payload'

type Entered = Record<string, unknown>

/** What a line has from its quote, unless somebody says otherwise. */
const quoted = ['discountRate', 'free'] as const

const isNew = (line: unknown): line is Entered =>
  line !== null && typeof line === 'object' && typeof (line as Entered)['quoteLine'] === 'string' && !(line as Entered)['id']

/**
 * A new line that names the line of a quote leaves open what it was not given: filled with the form's default it would count as entered,
 * and the discount that was offered would be lost without a word.
 */
export const leaveQuotedOpen: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'create' && operation !== 'update') return
  const { data } = args as { data?: { lines?: unknown } }
  if (!data || !Array.isArray(data.lines) || !data.lines.some(isNew)) return
  const lines = data.lines.map((line: unknown) =>
    isNew(line) ? { ...line, ...Object.fromEntries(quoted.map((name) => [name, line[name] ?? null])) } : line,
  )
  Object.assign(args, { data: { ...data, lines } })
}
