import type { Finding } from '../kernel/decision'

type Owner = { salesperson: number | null; department: number | null }

/** Who writes: how far he sees decides for whom he may write. null = the house itself. */
export type Writer = { id: number; scope: 'own' | 'department' | 'all'; department: number | null }

/**
 * Whose a document is: salesperson and department both have credit of their own, so nobody may put his sales on somebody else's.
 * Who sees his own data only is the salesperson of what he writes, in his own department; who sees a department chooses within it.
 * What the customer's record or the stored document says already is nobody's choice and stands.
 */
export function decideOwner({
  writer,
  entered,
  stored,
  customer,
  colleagues,
}: {
  writer: Writer | null
  entered: Owner
  stored: Owner | null
  customer: Owner
  /** people of the writer's department */
  colleagues: ReadonlySet<number>
}): Owner & { findings: Finding[] } {
  if (writer === null || writer.scope === 'all') {
    const salesperson = entered.salesperson ?? customer.salesperson ?? writer?.id ?? null
    return { salesperson, department: entered.department ?? customer.department ?? writer?.department ?? null, findings: [] }
  }
  const own = writer.scope === 'own'
  const salesperson = entered.salesperson ?? (own ? writer.id : (customer.salesperson ?? writer.id))
  const department = entered.department ?? (own ? (writer.department ?? customer.department) : (customer.department ?? writer.department))
  const given = own ? [] : [customer.salesperson]
  const known = [writer.id, stored?.salesperson, ...given].includes(salesperson) || (!own && colleagues.has(salesperson))
  const departments = [
    stored?.department,
    own ? (writer.department ?? customer.department) : writer.department,
    own ? undefined : customer.department,
  ]
  const findings: Finding[] = [
    ...(known ? [] : [notYours('salesperson', own)]),
    ...(department === null || departments.includes(department) ? [] : [notYours('department', own)]),
  ]
  return { salesperson, department, findings }
}

const notYours = (field: string, own: boolean): Finding => ({
  code: 'NOT_YOUR_FIELD',
  severity: 'error',
  path: field,
  facts: { field, owner: own ? 'salesManager' : 'generalManager' },
})
