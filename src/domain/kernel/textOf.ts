/** A plain value as text; nothing is the empty text. */
export const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

/** A plain value as text, or null where there is none. */
export const textOrNull = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))
