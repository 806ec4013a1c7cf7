import type { Person, Role } from './person'

/** A comparison of one field, as the platform's filters write it. */
type Comparison = {
  equals?: string | number | boolean
  not_equals?: string | number | boolean
  in?: string[]
  exists?: boolean
  greater_than?: string | number
  less_than?: string | number
}

/** A condition on rows: fields with comparisons, joined by `and` and `or`. */
export type RowCondition = { [field: string]: Comparison | RowCondition[] }

/**
 * Where a collection keeps whose a record is; dotted paths lead through a relation (`order.salesperson`). `unassigned`: what names no
 * warehouse yet is everybody's.
 */
export type OwnerPaths = {
  salesperson?: string
  department?: string | readonly string[]
  preparedBy?: string
  warehouses?: readonly string[]
  unassigned?: boolean
}

/**
 * Whose rows a person reads. Without paths: everybody's. `own`: only rows that name the person, but for the roles in `all`.
 * `also`: rows that everybody who reads the collection sees besides his own. `whole`: people who see every row, whatever their scope.
 * `sources`: columns that name a kind of record; rows of kinds the person does not read are not there for him.
 */
export type Rows = OwnerPaths & {
  own?: readonly string[]
  all?: readonly Role[]
  also?: { where: RowCondition | ((person: Person) => RowCondition); words: string }
  whole?: { who: (person: Person) => boolean; words: string }
  sources?: readonly string[]
  /** Only for people whose data scope is all: rows of others would tell of documents one does not see. */
  onlyAll?: boolean
}

/** The header fields every sales document keeps its owner in. */
export const salesOwner: OwnerPaths = { salesperson: 'salesperson', department: 'department', preparedBy: 'preparedBy' }

/** Whose a record is by the customer it is about. */
export const byCustomer: OwnerPaths = { salesperson: 'customer.salesperson', department: 'customer.department' }
