import type { OwnerPaths, Rows } from '@/src/domain/people/rows'

const owners = ({ salesperson, department, preparedBy }: OwnerPaths): string => {
  const own = [salesperson && 'sells', preparedBy && 'prepared'].filter(Boolean).join(' or ')
  if (!own && !department) return ''
  return `own (${own || 'none'})${department ? ', department, all' : ', all'} by data scope`
}

/** Whose rows a line of the table gives, for people. */
export function rowsInWords(rows: Rows): string {
  const parts = [
    owners(rows),
    rows.own ? `those that name the person (${rows.own.join(', ')})${rows.all ? `; all for ${rows.all.join(', ')}` : ''}` : '',
    rows.warehouses ? `listed warehouses${rows.unassigned ? ', or none named yet' : ''}` : '',
    rows.onlyAll ? 'only people who see all rows' : '',
    rows.sources ? 'of kinds of records the person reads' : '',
    rows.also?.words ?? '',
    rows.whole?.words ?? '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join('; ') : 'all'
}
