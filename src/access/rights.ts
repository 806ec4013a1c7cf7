import { allKinds } from '@/src/domain/kinds'
import type { DocumentKind } from '@/src/domain/kernel/documentKind'
import { engineers, house, money, overseers, priceReaders, stockKeepers } from '@/src/domain/people/crews'
import { type Role, roles as everybody } from '@/src/domain/people/person'
import { byCustomer, type Rows, salesOwner } from '@/src/domain/people/rows'
import type { Figure } from '@/src/domain/people/sight'

/** One line of the table: who does what with the rows of a collection. */
export type Rights = {
  read: readonly Role[]
  create: readonly Role[]
  update: readonly Role[]
  remove: readonly Role[]
  rows: Rows
  /** Whose rows one writes, where that is less than what one reads. */
  writes?: Rows
  /** What one writes must stay among the rows one writes. */
  within?: boolean
  /** Nobody reads it without the right to this figure. */
  figure?: Figure
}

/** Files follow their documents: a file is read by whoever reads a document that has it, and by its uploader. */
export type FileRights = { kind: 'drawings' | 'pictures'; create: readonly Role[]; remove: readonly Role[] }

const none: readonly Role[] = []

/** A business document: whoever enters it edits it (verbs ask their own roles besides). It is cancelled, never deleted. */
const document = ({ editors, readers = everybody, rows, writes, within, figure }: DocumentKind): Rights => ({
  read: [...new Set([...readers, ...editors, ...overseers])],
  create: editors,
  update: editors,
  remove: none,
  rows,
  ...(writes ? { writes } : {}),
  ...(within ? { within } : {}),
  ...(figure ? { figure } : {}),
})

/** A master record: everybody in the house reads it, those named and the administrator keep it. */
const master = (keep: readonly Role[], more: Partial<Rights> = {}): Rights => {
  const keepers = [...new Set<Role>([...keep, 'admin'])]
  return { read: everybody, create: keepers, update: keepers, remove: keepers, rows: {}, ...more }
}

/** Books and logs: nobody writes them through a door. */
const book = (read: readonly Role[], rows: Rows = {}): Rights => ({ read, create: none, update: none, remove: none, rows })

const files = ['engineering', 'rd', 'pmc', 'sales', 'salesManager', 'warehouse', 'finance', 'generalManager'] as const
const keepFiles = ['engineering', 'rd', 'generalManager'] as const

/**
 * The rights of the house: role × collection × operation × rows. Documents bring their line with their kind, every other collection
 * stands here; all take their access from here, and the start refuses one that has no line. Figures within the rows are closed by `sights` and `figureFields`.
 */
export const rights: Readonly<Record<string, Rights | FileRights>> = {
  ...Object.fromEntries(allKinds.map((kind) => [kind.slug, document(kind)])),
  customers: {
    ...master(['sales', 'salesManager', 'finance', 'generalManager']),
    remove: ['salesManager', 'generalManager', 'admin'],
    rows: { salesperson: 'salesperson', department: 'department' },
  },
  'customer-categories': master(['salesManager', 'finance', 'generalManager']),
  items: master(engineers),
  'item-categories': master(engineers),
  drawings: { kind: 'drawings', create: files, remove: keepFiles },
  // the administrator brings the company's logo
  pictures: { kind: 'pictures', create: [...files, 'admin'], remove: keepFiles },
  'quote-templates': master(['salesManager', 'generalManager']),
  'order-templates': master(['salesManager', 'generalManager']),
  'quote-links': book(none),
  'order-lists': book(priceReaders, salesOwner),
  'order-revisions': book(everybody, salesOwner),
  'order-reviews': book(everybody, { salesperson: 'salesperson', department: 'orderDepartment', preparedBy: 'preparedBy' }),
  'review-delegations': {
    read: everybody,
    create: ['salesManager', 'pmc', 'rd', 'engineering', 'generalManager', 'admin'],
    update: everybody,
    remove: everybody,
    rows: { own: ['person', 'deputy'], all: house },
    writes: { own: ['person'], all: ['admin', 'generalManager'] },
  },
  'sales-targets': {
    ...master(['salesManager', 'generalManager'], { read: money }),
    rows: { salesperson: 'salesperson', department: 'department' },
    writes: { department: ['department', 'salesperson.department'] },
    within: true,
  },
  'price-policies': {
    ...master(['salesManager', 'generalManager'], { read: priceReaders }),
    rows: { ...byCustomer, also: { where: { customer: { exists: false } }, words: 'and what is for no named customer' } },
    writes: byCustomer,
    within: true,
  },
  'stock-balances': book(everybody, { warehouses: ['warehouse'] }),
  'stock-entries': book(everybody, { warehouses: ['warehouse'], sources: ['sourceSlug', 'causeSlug'], onlyAll: true }),
  warehouses: master(stockKeepers, { remove: ['admin', 'generalManager'] }),
  'payment-terms': master(['finance', 'generalManager']),
  'exchange-rates': master(['finance', 'generalManager']),
  'tax-categories': master(['finance', 'generalManager']),
  departments: master(['generalManager', 'finance'], { remove: ['admin'] }),
  users: {
    read: everybody,
    create: ['admin'],
    update: everybody,
    remove: none,
    rows: {},
    writes: { own: ['id'], all: ['admin'] },
  },
  'report-views': {
    read: everybody,
    create: everybody,
    update: everybody,
    remove: everybody,
    rows: {
      own: ['owner'],
      all: ['admin'],
      also: { where: ({ roles }) => ({ roles: { in: [...(roles ?? [])] } }), words: 'and what is shared with a role of his' },
    },
    writes: { own: ['owner'], all: ['admin'] },
  },
  // each his own; written by the house
  'prepared-files': { read: everybody, create: none, update: none, remove: none, rows: { own: ['owner'] } },
  notifications: { read: everybody, create: none, update: everybody, remove: none, rows: { own: ['user'] } },
  // read and written beside the record they are about, with its rights
  'document-notes': book(none),
  'audit-log': book(house),
  outbox: book(house),
  // switched off, never deleted: what they were told stays
  webhooks: { read: house, create: ['admin'], update: ['admin'], remove: none, rows: {} },
}

/** Everybody knows by what rules he works; they are set by those who answer for them. */
export const settingsRights: { read: readonly Role[]; update: readonly Role[] } = { read: everybody, update: ['admin', 'generalManager'] }
