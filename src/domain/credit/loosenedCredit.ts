/** Terms of credit as they stand on a card; what is absent is not changed. */
export type Terms = {
  control?: boolean | null
  limit?: number | null
  controlPeriod?: boolean | null
  days?: number | null
  hold?: string | null
}

const strictness: Readonly<Record<string, number>> = { noCheck: 0, none: 1, stop: 2 }
const holdOf = (hold: string | null | undefined): number => strictness[hold ?? 'none'] ?? 1

/** A figure that is raised, or lifted altogether: no figure is no limit. */
const raised = (before: number | null | undefined, after: number | null | undefined): boolean =>
  typeof before === 'number' && (after === null || after === undefined || after > before)

/**
 * What a change of the terms gives away: a control switched off, a limit or days raised or lifted, a hold taken off, checks switched
 * off. What binds the customer closer is nobody's second look.
 */
export function loosenedCredit(before: Terms, changed: Terms): string[] {
  const after = { ...before, ...changed }
  return [
    ...(before.control && !after.control ? ['control'] : []),
    ...(raised(before.limit, after.limit) ? ['limit'] : []),
    ...(before.controlPeriod && !after.controlPeriod ? ['controlPeriod'] : []),
    ...(raised(before.days, after.days) ? ['days'] : []),
    ...(holdOf(after.hold) < holdOf(before.hold) ? ['hold'] : []),
  ]
}

type Group = Record<string, unknown>
const groupIn = (record: Group, name: string): Group => (record[name] ?? {}) as Group

/** The terms on the card of a customer, a department, a salesperson. */
export const termsOfCard = (record: Group): Terms => groupIn(record, 'credit')

/** What a category gives its new customers. */
export function defaultTerms(record: Group): Terms {
  const { creditLimit, creditDays } = groupIn(record, 'defaults')
  return {
    ...(creditLimit === undefined ? {} : { limit: creditLimit as Terms['limit'] }),
    ...(creditDays === undefined ? {} : { days: creditDays as Terms['days'] }),
  }
}
