import type { Steps } from '../kernel/steps'

export const houseChangeStatuses = ['proposed', 'confirmed', 'effective', 'rejected', 'cancelled'] as const
export type HouseChangeStatus = (typeof houseChangeStatuses)[number]

/** The life of a change of rights or settings (权限与设置变更): nothing changes before somebody else confirms it and its moment has come. */
export const houseChangeSteps = {
  proposed: { confirm: ['effective', 'confirmed'], reject: 'rejected', cancel: 'cancelled' },
  confirmed: { takeEffect: 'effective', cancel: 'cancelled' },
} as const satisfies Steps<HouseChangeStatus>

export type HouseChange = {
  id: number
  no: string
  status: HouseChangeStatus
  version: number
  date: string
  preparedBy: number | null
  kind: 'rights' | 'settings'
  /** whose rights */
  person?: number | null
  /** which settings */
  area?: SecondPersonArea | null
  /** the fields as they shall be */
  values?: unknown
  /** instant; none: as soon as it is confirmed */
  effectiveFrom?: string | null
  reason: string
}

/** Settings two people decide on: prices, credit, review and four eyes, by which the house watches itself, and how it asks who somebody is. */
export const secondPersonAreas = ['pricing-settings', 'credit-settings', 'order-settings', 'control-settings', 'security-settings'] as const
export type SecondPersonArea = (typeof secondPersonAreas)[number]

/** What of a person is a right. */
export const rightFields = [
  'roles',
  'dataScope',
  'warehouses',
  'seeCost',
  'seeMinimumPrice',
  'seeCreditLimit',
  'editPrice',
  'sellBelowMinimum',
  'mergeCustomers',
  'releaseQuota',
] as const

/** What of a person two people may change: his rights, and the address to which the link to his password goes. */
export const proposedOfPerson = ['email', ...rightFields] as const

/**
 * Whether a second person is needed: four eyes are asked for, the house is at work (a document was approved; before, it is being set up),
 * and there is somebody who could.
 */
export const asksForSecond = ({ fourEyes, isAtWork, others }: { fourEyes: boolean; isAtWork: boolean; others: number }): boolean =>
  fourEyes && isAtWork && others > 0

/** Who stands in the way of confirming: whoever proposed it, and whose rights they are. */
export const mayConfirm = ({ actor, proposer, person }: { actor: number; proposer: number | null; person: number | null }): boolean =>
  actor !== proposer && actor !== person

type Values = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Values => value !== null && typeof value === 'object' && !Array.isArray(value)

/** Rows of lists have ids of their own, which say nothing about what is in them. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => (isRecord(each) && typeof each['id'] === 'string' ? withoutId(each) : plain(each)))
  if (!isRecord(value)) return value === '' || value === undefined ? null : value
  if (typeof value['id'] === 'number') return value['id']
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}

const withoutId = ({ id: _id, ...row }: Values): unknown => plain(row)

const isEmpty = (value: unknown): boolean => value === null || value === false || (Array.isArray(value) && value.length === 0)

/** The fields that `after` really changes: a form sends all of them. Groups count as one. */
export function changedFields(before: Values, after: Values): string[] {
  return Object.keys(after).filter((name) => {
    const [was, is] = [plain(before[name]), plain(after[name])]
    if (isEmpty(was) && isEmpty(is)) return false
    // of a group only what is given counts
    if (isRecord(was) && isRecord(is)) return changedFields(was, is).length > 0
    return JSON.stringify(was) !== JSON.stringify(is)
  })
}

/** The settings with what has come into force laid over them, oldest first. */
export const laidOver = (stored: Values, changes: readonly Values[]): Values =>
  changes.reduce<Values>(
    (held, change) => ({
      ...held,
      ...Object.fromEntries(
        Object.entries(change).map(([name, value]) => {
          const former = held[name]
          return [name, isRecord(value) && isRecord(former) ? laidOver(former, [value]) : value]
        }),
      ),
    }),
    stored,
  )

type Recorded = { path: string; before: unknown }

/** The settings as they stood before the given changes, the newest first: what was in force at a moment is told by taking back what came after. */
export function takenBack(now: Values, changes: readonly Recorded[]): Values {
  const held = structuredClone(now) as Record<string, unknown>
  for (const { path, before } of changes) {
    const names = path.split('.')
    const last = names.pop() as string
    let at = held
    for (const name of names) {
      if (!isRecord(at[name])) at[name] = {}
      at = at[name] as Record<string, unknown>
    }
    at[last] = before
  }
  return held
}
