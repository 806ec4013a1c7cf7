import { reviewDepartments, type ReviewDepartment } from './requiredDepartments'

type Aspect = 'terms' | 'time' | 'technical'

/** What an order field is about. Fields not named here (remarks, figures derived from others, books) concern no opinion. */
const aspectOf: Readonly<Record<string, Aspect>> = {
  price: 'terms',
  discountRate: 'terms',
  headerDiscount: 'terms',
  freight: 'terms',
  freightTaxRate: 'terms',
  taxRate: 'terms',
  taxMode: 'terms',
  free: 'terms',
  currency: 'terms',
  exchangeRate: 'terms',
  paymentTerms: 'terms',
  terms: 'terms',
  customer: 'terms',
  qty: 'time',
  unit: 'time',
  date: 'time',
  deliveryDate: 'time',
  schedule: 'time',
  supply: 'time',
  warehouse: 'time',
  deliveryAddress: 'time',
  item: 'technical',
  kind: 'technical',
  description: 'technical',
  specification: 'technical',
  features: 'technical',
  drawing: 'technical',
  drawings: 'technical',
  changes: 'technical',
}

const departmentsOf: Readonly<Record<Aspect, readonly ReviewDepartment[]>> = {
  terms: ['sales'],
  time: ['pmc'],
  technical: ['rd', 'engineering'],
}

/** `lines.3.price` → price; `lines.3.schedule.0.qty` → schedule; `lines.3` (a line added or taken away) → the line itself. */
function aspects(path: string): readonly Aspect[] {
  const segments = path.split('.')
  const isWholeLine = segments[0] === 'lines' && segments.length <= 2
  if (isWholeLine) return ['terms', 'time', 'technical']
  const field = segments.find((segment) => Object.hasOwn(aspectOf, segment))
  const aspect = field === undefined ? undefined : aspectOf[field]
  return aspect ? [aspect] : []
}

/**
 * The departments whose opinions a change of content voids: price and terms → sales, quantity and dates → PMC, item,
 * specification and drawing → R&D and engineering. A line added or removed concerns all. The other opinions stand.
 */
export function affectedDepartments(changedPaths: readonly string[]): ReviewDepartment[] {
  const affected = new Set(changedPaths.flatMap((path) => aspects(path)).flatMap((aspect) => departmentsOf[aspect]))
  return reviewDepartments.filter((department) => affected.has(department))
}

/** Price and terms concern the general manager too: a ruling given before such a change no longer holds. */
export const voidsRuling = (changedPaths: readonly string[]): boolean => changedPaths.some((path) => aspects(path).includes('terms'))
