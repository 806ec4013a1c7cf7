/** A plain value as text; nothing is the empty text. */
export const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

/** A plain value as text, or null where there is none. */
export const textOrNull = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))

/** A text, or null where something else stands or nothing. */
export const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** A text that says something, or null: an empty one counts as none. */
export const filledText = (value: unknown): string | null => textIn(value) || null
