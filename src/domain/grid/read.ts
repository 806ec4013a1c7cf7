/** What a cell means by what was typed: a value, or nothing that can be read, and then the typed text stays and is marked. */
export type Read = { value: unknown } | { unread: true }
