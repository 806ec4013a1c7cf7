/** The records that are found by typing: what each is called, what it is found by, and which value says that it is no longer chosen. */
type Kind = {
  /** the field people call it by; a person has a name only */
  code: string | null
  /** every field it is found by, beside its code */
  by: readonly string[]
  /** shown quieter behind the name */
  detail: string | null
  retired?: { field: string; value: unknown }
}

export const lookupKinds = {
  items: { code: 'code', by: ['name', 'specification'], detail: 'specification', retired: { field: 'active', value: false } },
  customers: { code: 'code', by: ['name', 'shortName'], detail: 'shortName', retired: { field: 'status', value: 'disabled' } },
  warehouses: { code: 'code', by: ['name'], detail: null, retired: { field: 'active', value: false } },
  users: { code: null, by: ['name'], detail: null },
  departments: { code: 'code', by: ['name'], detail: null },
  'payment-terms': { code: 'code', by: ['name'], detail: null },
  'item-categories': { code: 'code', by: ['name'], detail: null },
  'customer-categories': { code: 'code', by: ['name'], detail: null },
  'tax-categories': { code: 'code', by: ['name'], detail: null },
  'quote-templates': { code: null, by: ['name'], detail: null, retired: { field: 'active', value: false } },
  'order-templates': { code: null, by: ['name'], detail: null, retired: { field: 'active', value: false } },
} as const satisfies Record<string, Kind>

export type LookupKind = keyof typeof lookupKinds

export const isLookupKind = (slug: string): slug is LookupKind => Object.hasOwn(lookupKinds, slug)

/** One record as every look-up shows it. `exact`: what was typed is its code, its only name, or the customer's own code for it. */
export type Found = {
  id: number
  code: string
  name: string
  detail: string
  exact: boolean
  unit?: string
  available?: number
  /** what the customer of the document paid last */
  lastPrice?: number
  lastUnit?: string
  lastCurrency?: string
  lastDate?: string
}

/** What the cell shows of a record that is chosen. */
export const titleOf = ({ code, name }: Pick<Found, 'code' | 'name'>): string => [code, name].filter(Boolean).join(' ')
