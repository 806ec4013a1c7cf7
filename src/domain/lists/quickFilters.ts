import { statedKind } from '../kinds'
import { statesOf } from '../kernel/documentKind'
import type { Words } from '../words/words'
import type { Condition } from './address'

type Asking = { slug: string; me: number; today: string; now: string; fields: ReadonlySet<string> }

/** `late`: orders with a line whose date has passed; the books tell, not a field. */
type Meant = { where: Condition } | { late: true }

type QuickFilter = { key: string; label: Words; meant: (asking: Asking) => Meant | null }

const persons = ['salesperson', 'preparedBy', 'user', 'person', 'deputy'] as const

/** One click each, in this order; a list has those that its fields can answer. */
const quickFilters: readonly QuickFilter[] = [
  {
    key: 'mine',
    label: { zh: '我的', en: 'Mine' },
    meant: ({ me, fields }) => {
      const named = persons.filter((name) => fields.has(name))
      return named.length > 0 ? { where: { or: named.map((name) => ({ [name]: { equals: me } })) } } : null
    },
  },
  {
    key: 'open',
    label: { zh: '未完成', en: 'Open' },
    meant: ({ slug }) => {
      const kind = statedKind(slug)
      if (!kind) return null
      // said by the states themselves, so that the index of states finds the few open among the many
      const open = statesOf(kind).filter((state) => !kind.ended.includes(state))
      return open.length > 0 ? { where: { and: [{ status: { in: open } }, ...(kind.open ? [kind.open] : [])] } } : null
    },
  },
  {
    key: 'overdue',
    label: { zh: '逾期', en: 'Overdue' },
    meant: ({ slug, today, now }) => {
      const overdue = statedKind(slug)?.overdue
      return overdue === undefined ? null : overdue === 'late' ? { late: true } : { where: overdue({ today, now }) }
    },
  },
  {
    key: 'thisMonth',
    label: { zh: '本月', en: 'This month' },
    meant: ({ today, fields }) => (fields.has('date') ? { where: { date: { greater_than_equal: `${today.slice(0, 7)}-01` } } } : null),
  },
  {
    key: 'inUse',
    label: { zh: '在用', en: 'In use' },
    meant: ({ slug, fields }) =>
      slug === 'customers'
        ? { where: { status: { equals: 'active' } } }
        : fields.has('active')
          ? { where: { active: { equals: true } } }
          : fields.has('disabled')
            ? { where: { disabled: { not_equals: true } } }
            : null,
  },
  {
    key: 'unread',
    label: { zh: '未读', en: 'Unread' },
    meant: ({ slug }) => (slug === 'notifications' ? { where: { read: { not_equals: true } } } : null),
  },
]

/** The quick filters of a list, each with what it means for this person today. */
export const quickFiltersOf = (asking: Asking): Array<{ key: string; label: Words; meant: Meant }> =>
  quickFilters.flatMap(({ key, label, meant }) => {
    const found = meant(asking)
    return found ? [{ key, label, meant: found }] : []
  })
