/** An entry says which document brought it about, and when: the moment is ten o'clock of its day, when orders are approved. */
export const caused = ({ slug, id, line, day }: { slug: string; id: string; line: string; day: string }): Record<string, string> => ({
  source_slug: `'${slug}'`,
  source_id: id,
  source_line: line,
  source_version: '1',
  cause_slug: `'${slug}'`,
  cause_id: id,
  business_date: day,
  at: `${day} + interval '10 hours'`,
})

/** The same where entries carry the moment they were written. */
export const withoutMoment = (cause: Parameters<typeof caused>[0]): Record<string, string> => {
  const { at: _moment, ...rest } = caused(cause)
  return rest
}

/** Whose credit a document uses. */
export const creditObjects = [
  ['customers', 'o.customer_id'],
  ['departments', 'o.department_id'],
  ['users', 'o.salesperson_id'],
] as const

/** What an order line brought about. */
export const ofOrder = { slug: 'orders', id: 'l.order_id', line: 'l.id', day: 'l.date' }
