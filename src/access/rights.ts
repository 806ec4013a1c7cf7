import type { Where } from 'payload'

import { type Person, type Role, roles as everybody } from '@/src/domain/people/person'
import type { Figure } from '@/src/domain/people/sight'

import type { OwnerPaths } from './dataScope'

/**
 * Whose rows a person reads. Without paths: everybody's. `own`: only rows that name the person, but for the roles in `all`.
 * `also`: rows that everybody who reads the collection sees besides his own. `whole`: people who see every row, whatever their scope.
 * `sources`: columns that name a kind of record; rows of kinds the person does not read are not there for him.
 */
export type Rows = OwnerPaths & {
  own?: readonly string[]
  all?: readonly Role[]
  also?: { where: Where; words: string }
  whole?: { who: (person: Person) => boolean; words: string }
  sources?: readonly string[]
  /** Only for people whose data scope is all: rows of others would tell of documents one does not see. */
  onlyAll?: boolean
}

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
const overseers = ['generalManager', 'auditor'] as const
const sellers = ['sales', 'salesManager', 'generalManager'] as const
/** Who works with prices, invoices and what a customer owes. */
export const money = ['sales', 'salesManager', 'finance', ...overseers, 'admin'] as const
const prices = [...money, 'pmc'] as const
const keepers = ['warehouse', 'generalManager'] as const
const stockReaders = ['warehouse', 'pmc', 'engineering', 'finance', 'salesManager', 'admin', ...overseers] as const
const engineers = ['engineering', 'rd', 'salesManager', 'generalManager', 'admin'] as const
const makers = ['sales', 'salesManager', 'engineering', 'rd', 'generalManager'] as const
const askers = ['sales', 'salesManager', 'finance', 'warehouse', 'generalManager'] as const
const house = ['admin', ...overseers] as const

/** The header fields every sales document keeps its owner in. */
const salesOwner: OwnerPaths = { salesperson: 'salesperson', department: 'department', preparedBy: 'preparedBy' }
const byCustomer: OwnerPaths = { salesperson: 'customer.salesperson', department: 'customer.department' }

type Entered = { enter: readonly Role[]; read?: readonly Role[]; rows: Rows }

/** A business document: whoever enters it edits it (verbs ask their own roles besides). It is cancelled, never deleted. */
const document = ({ enter, read = everybody, rows, ...more }: Entered & Partial<Rights>): Rights => ({
  read: [...new Set([...read, ...enter, ...overseers])],
  create: enter,
  update: enter,
  remove: none,
  rows,
  ...more,
})

/** A master record: everybody in the house reads it, those named and the administrator keep it. */
const master = (keep: readonly Role[], more: Partial<Rights> = {}): Rights => {
  const keepers = [...new Set<Role>([...keep, 'admin'])]
  return { read: everybody, create: keepers, update: keepers, remove: keepers, rows: {}, ...more }
}

/** Books and logs: nobody writes them through a door. */
const book = (read: readonly Role[], rows: Rows = {}): Rights => ({ read, create: none, update: none, remove: none, rows })

const stock = (warehouses: readonly string[]): Rights => document({ enter: keepers, read: stockReaders, rows: { warehouses } })

const files = ['engineering', 'rd', 'pmc', 'sales', 'salesManager', 'warehouse', 'finance', 'generalManager'] as const
const keepFiles = ['engineering', 'rd', 'generalManager'] as const

/**
 * The rights of the house: role × collection × operation × rows. Every collection stands here and takes its access from here; the
 * start refuses one that does not. Figures within the rows are closed by `sights` and `figureFields`.
 */
export const rights: Readonly<Record<string, Rights | FileRights>> = {
  customers: {
    ...master(['sales', 'salesManager', 'finance', 'generalManager']),
    remove: ['salesManager', 'generalManager', 'admin'],
    rows: { salesperson: 'salesperson', department: 'department' },
  },
  'customer-categories': master(['salesManager', 'finance', 'generalManager']),
  items: master(engineers),
  'item-categories': master(engineers),
  drawings: { kind: 'drawings', create: files, remove: keepFiles },
  pictures: { kind: 'pictures', create: files, remove: keepFiles },
  samples: document({ enter: makers, rows: salesOwner }),
  'feedback-rounds': document({ enter: makers, rows: salesOwner }),
  'sample-work-orders': document({ enter: ['engineering', 'rd', 'pmc', 'generalManager'], rows: salesOwner }),
  quotes: document({ enter: sellers, read: prices, rows: salesOwner }),
  orders: document({ enter: sellers, rows: salesOwner }),
  'order-changes': document({ enter: sellers, rows: salesOwner }),
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
    ...master(['salesManager', 'generalManager'], { read: prices }),
    rows: { ...byCustomer, also: { where: { customer: { exists: false } }, words: 'and what is for no named customer' } },
    writes: byCustomer,
    within: true,
  },
  'price-adjustments': document({
    enter: sellers,
    read: prices,
    rows: {
      ...salesOwner,
      also: {
        where: { and: [{ general: { equals: true } }, { status: { in: ['approved', 'effective', 'superseded'] } }] },
        words: 'and what is approved for no named customer',
      },
    },
    writes: salesOwner,
  }),
  'price-releases': document({
    enter: askers,
    read: prices,
    rows: {
      ...salesOwner,
      preparedBy: 'documentPreparedBy',
      whole: {
        who: (person) => Boolean(person.roles?.includes('generalManager')) || person.sellBelowMinimum === true,
        words: 'all for whoever may release',
      },
    },
  }),
  'stock-receipts': stock(['warehouse']),
  'stock-issues': stock(['warehouse']),
  'stock-transfers': stock(['from', 'to']),
  'stock-counts': stock(['warehouse']),
  'stock-freezes': stock(['warehouse']),
  'cost-corrections': document({
    enter: ['finance', 'generalManager'],
    read: stockReaders,
    rows: { warehouses: ['warehouse'] },
    figure: 'cost',
  }),
  'stock-balances': book(everybody, { warehouses: ['warehouse'] }),
  'stock-entries': book(everybody, { warehouses: ['warehouse'], sources: ['sourceSlug', 'causeSlug'], onlyAll: true }),
  warehouses: master(['warehouse', 'generalManager'], { remove: ['admin', 'generalManager'] }),
  deliveries: document({
    enter: ['sales', 'salesManager', 'warehouse', 'generalManager'],
    rows: { ...salesOwner, warehouses: ['lines.warehouse'], unassigned: true },
  }),
  returns: document({
    enter: ['sales', 'salesManager', 'warehouse', 'generalManager'],
    rows: { ...salesOwner, warehouses: ['lines.warehouse', 'lines.restockTo'] },
  }),
  invoices: document({ enter: ['finance', 'salesManager', 'generalManager'], read: money, rows: salesOwner }),
  receipts: document({ enter: ['finance', 'generalManager'], read: money, rows: { ...byCustomer, preparedBy: 'preparedBy' } }),
  'payment-terms': master(['finance', 'generalManager']),
  'exchange-rates': master(['finance', 'generalManager']),
  'tax-categories': master(['finance', 'generalManager']),
  'credit-limits': document({
    enter: ['finance', 'salesManager', 'generalManager'],
    read: none,
    rows: {
      salesperson: 'customer.salesperson',
      department: ['customer.department', 'department', 'salesperson.department'],
      preparedBy: 'preparedBy',
    },
    writes: { department: ['customer.department', 'department', 'salesperson.department'] },
    within: true,
  }),
  'credit-releases': document({
    enter: askers,
    read: money,
    rows: {
      ...salesOwner,
      preparedBy: 'documentPreparedBy',
      whole: { who: ({ releaseQuota }) => releaseQuota !== null && releaseQuota !== undefined, words: 'all for whoever may release' },
    },
  }),
  'credit-grades': document({
    enter: ['finance', 'generalManager'],
    read: ['finance', 'salesManager', 'admin'],
    rows: { ...byCustomer, preparedBy: 'preparedBy' },
  }),
  departments: master(['generalManager', 'finance'], { remove: ['admin'] }),
  users: {
    read: everybody,
    create: ['admin'],
    update: everybody,
    remove: none,
    rows: {},
    writes: { own: ['id'], all: ['admin'] },
  },
  'house-changes': document({ enter: ['admin', 'generalManager'], read: house, rows: {} }),
  'report-views': {
    read: everybody,
    create: everybody,
    update: everybody,
    remove: everybody,
    rows: { own: ['owner'], all: ['admin'], also: { where: { shared: { equals: true } }, words: 'and what is shared' } },
    writes: { own: ['owner'], all: ['admin'] },
  },
  notifications: { read: everybody, create: none, update: everybody, remove: none, rows: { own: ['user'] } },
  // read and written beside the record they are about, with its rights
  'document-notes': book(none),
  'audit-log': book(house),
  outbox: book(house),
}

/** Everybody knows by what rules he works; they are set by those who answer for them. */
export const settingsRights: { read: readonly Role[]; update: readonly Role[] } = { read: everybody, update: ['admin', 'generalManager'] }
