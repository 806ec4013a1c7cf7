import { among } from './sql'
import type { Scope } from './statement'

/**
 * The same rows as the person's lists: documents he sold or prepared, or those of his department. `of` is the alias of the
 * table with salesperson_id, prepared_by_id and department_id; `$` puts a value into the statement.
 */
export function scopeCondition({ scope, $, of }: { scope: Scope; $: (value: unknown) => string; of: string }): string[] {
  if (scope.kind === 'all') return []
  if (scope.kind === 'none') return ['false']
  const user = $(scope.userId)
  const own = `${of}.salesperson_id = ${user} or ${of}.prepared_by_id = ${user}`
  const department = scope.kind === 'department' && scope.departmentId !== null ? ` or ${of}.department_id = ${$(scope.departmentId)}` : ''
  return [`(${own}${department})`]
}

/** Customers a person sees: his own, those of his department. `$` puts a value into the statement. */
export function customerScope({ scope, $, of }: { scope: Scope; $: (value: unknown) => string; of: string }): string[] {
  if (scope.kind === 'all') return []
  if (scope.kind === 'none') return ['false']
  const own = `${of}.salesperson_id = ${$(scope.userId)}`
  return [scope.kind === 'department' && scope.departmentId !== null ? `(${own} or ${of}.department_id = ${$(scope.departmentId)})` : own]
}

/** Of the customers a person sees, those asked for: by themselves, by who sells to them, by their department. */
export function customersWanted({
  scope,
  $,
  of,
  customer,
  salesperson,
  department,
}: Parameters<typeof customerScope>[0] & {
  customer: readonly number[]
  salesperson: readonly number[]
  department: readonly number[]
}): string[] {
  const ids = (column: string, given: readonly number[]): string[] => among(`${of}.${column}`, given, $)
  return [
    ...customerScope({ scope, $, of }),
    ...ids('id', customer),
    ...ids('salesperson_id', salesperson),
    ...ids('department_id', department),
  ]
}
