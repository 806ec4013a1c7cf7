import type { Role } from './person'

/*
 * Who works together on what: the lists of roles that definitions of documents and the table of rights share.
 */

export const overseers = ['generalManager', 'auditor'] as const
export const sellers = ['sales', 'salesManager', 'generalManager'] as const
/** Who works with prices, invoices and what a customer owes. */
export const money = ['sales', 'salesManager', 'finance', ...overseers, 'admin'] as const
export const priceReaders = [...money, 'pmc'] as const
export const stockKeepers = ['warehouse', 'generalManager'] as const
export const stockReaders = ['warehouse', 'pmc', 'engineering', 'finance', 'salesManager', 'admin', ...overseers] as const
export const engineers = ['engineering', 'rd', 'salesManager', 'generalManager', 'admin'] as const
export const sampleMakers = ['sales', 'salesManager', 'engineering', 'rd', 'generalManager'] as const
export const shippers = ['sales', 'salesManager', 'warehouse', 'generalManager'] as const
/** Whoever meets a limit or a minimum may ask for its release. */
export const releaseAskers = ['sales', 'salesManager', 'finance', 'warehouse', 'generalManager'] as const
export const bookkeepers = ['finance', 'generalManager'] as const
export const invoicers = ['finance', 'salesManager', 'generalManager'] as const
export const house = ['admin', ...overseers] as const satisfies readonly Role[]
/** Who may take the whole company's books out: the one role that reads every row and every figure. */
export const takersOut = ['generalManager'] as const satisfies readonly Role[]
