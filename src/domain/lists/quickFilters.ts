import { endedStates } from './endedStates'
import { type StatusHolder, statusWords } from '../words/statusWords'
import type { Words } from '../words/words'
import type { Condition } from './address'

/** An invoice goes on until it is paid: a state alone does not tell. */
const openBesides: Readonly<Record<string, readonly Condition[]>> = {
  invoices: [{ or: [{ status: { equals: 'draft' } }, { openAmount: { greater_than: 0 } }] }],
}

type Asking = { slug: string; me: number; today: string; now: string; fields: ReadonlySet<string> }

/** `late`: orders with a line whose date has passed; the books tell, not a field. */
type Meant = { where: Condition } | { late: true }

type QuickFilter = { key: string; label: Words; meant: (asking: Asking) => Meant | null }

const persons = ['salesperson', 'preparedBy', 'user', 'person', 'deputy'] as const

const overdue: Readonly<Record<string, (asking: Asking) => Meant>> = {
  orders: () => ({ late: true }),
  invoices: ({ today }) => ({
    where: { and: [{ status: { equals: 'approved' } }, { openAmount: { greater_than: 0 } }, { dueDate: { less_than: today } }] },
  }),
  quotes: ({ today }) => ({ where: { and: [{ status: { in: ['approved', 'sent'] } }, { validUntil: { less_than: today } }] } }),
  'order-reviews': ({ now }) => ({ where: { and: [{ status: { equals: 'open' } }, { dueAt: { less_than: now } }] } }),
}

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
      const over = Object.hasOwn(endedStates, slug) ? endedStates[slug] : undefined
      // said by the states themselves, so that the index of states finds the few open among the many
      const states = Object.keys(Object.hasOwn(statusWords, slug) ? statusWords[slug as StatusHolder] : {})
      const open = states.filter((state) => !over?.includes(state))
      return over && open.length > 0 ? { where: { and: [{ status: { in: open } }, ...(openBesides[slug] ?? [])] } } : null
    },
  },
  {
    key: 'overdue',
    label: { zh: '逾期', en: 'Overdue' },
    meant: (asking) => (Object.hasOwn(overdue, asking.slug) ? (overdue[asking.slug]?.(asking) ?? null) : null),
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
