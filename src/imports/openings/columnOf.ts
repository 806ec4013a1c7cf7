import type { ImportColumn } from '../column'

/** A column that documents from elsewhere share: its field, what it is called, and the rest. */
export const column = (name: string, zh: string, en: string, rest: Omit<ImportColumn, 'name' | 'label'>): ImportColumn => ({
  name,
  label: { zh, en },
  ...rest,
})
