import { d } from '../kernel/decimal'
import type { OrderKind } from './orderSteps'

/** Departments that review orders, in the order they are shown. */
export const reviewDepartments = ['sales', 'pmc', 'rd', 'engineering'] as const
export type ReviewDepartment = (typeof reviewDepartments)[number]

/** What a line may change against the last time it was made (flags on the order line). */
export const changeFlags = ['part', 'structure', 'appearance', 'process', 'newMaterial', 'newSupplier'] as const
export type ChangeFlag = (typeof changeFlags)[number]

/** One row of the rule table in the settings. What is left empty does not restrict; a row without conditions always applies. */
export type ReviewRule = {
  department: ReviewDepartment
  orderKinds?: readonly OrderKind[] | null
  anyChangeFlags?: readonly ChangeFlag[] | null
  /** tax-inclusive, base currency: orders of at least this amount */
  minAmount?: number | null
}

/**
 * The table a new company starts with: sales and PMC always; R&D for trial orders and any change of part, structure, appearance or
 * process; engineering for sample orders, and for trial orders with new material or a new supplier.
 */
export const defaultReviewRules: readonly ReviewRule[] = [
  { department: 'sales' },
  { department: 'pmc' },
  { department: 'rd', orderKinds: ['trial'] },
  { department: 'rd', anyChangeFlags: ['part', 'structure', 'appearance', 'process'] },
  { department: 'engineering', orderKinds: ['sample'] },
  { department: 'engineering', orderKinds: ['trial'], anyChangeFlags: ['newMaterial', 'newSupplier'] },
]

/** The departments whose opinion this order needs. */
export function requiredDepartments(order: {
  kind: OrderKind
  /** the change flags set on any of its lines */
  changeFlags: readonly ChangeFlag[]
  /** tax-inclusive, base currency */
  amount?: number
  rules?: readonly ReviewRule[]
}): ReviewDepartment[] {
  const rules = order.rules ?? defaultReviewRules
  const applies = (rule: ReviewRule): boolean =>
    (!rule.orderKinds?.length || rule.orderKinds.includes(order.kind)) &&
    (rule.minAmount == null || d(order.amount ?? 0).gte(d(rule.minAmount))) &&
    (!rule.anyChangeFlags?.length || rule.anyChangeFlags.some((flag) => order.changeFlags.includes(flag)))
  return reviewDepartments.filter((department) => rules.some((rule) => rule.department === department && applies(rule)))
}
