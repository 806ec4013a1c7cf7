import { givenId } from '../kernel/idOf'

/** What a second person looks at: where calls go, how they are signed, what they tell. */
const weighed = ['kind', 'address', 'secret', 'events', 'department'] as const

type Webhook = Readonly<Record<string, unknown>> & { active?: unknown }

const plain = (value: unknown): string => JSON.stringify(Array.isArray(value) ? [...new Set(value.map(String))].sort() : givenId(value))

/** The fields of a subscriber that change and need a second look; switching one on counts, switching it off does not. */
export function weighedChanges(before: Webhook | null, after: Webhook): string[] {
  const changed: string[] = weighed.filter((name) => plain(before?.[name]) !== plain(after[name]))
  return after.active === true && before?.active !== true ? [...changed, 'active'] : changed
}

/** Programs and groups are told while this holds. */
export const isTold = ({ active, awaits }: { active?: unknown; awaits?: unknown }): boolean => active === true && awaits !== true

/** An address as the record of changes tells it: where it leads, without the key that stands in it. */
export const withoutKey = (address: unknown): unknown => {
  if (typeof address !== 'string' || !URL.canParse(address)) return address
  const { origin, pathname, search } = new URL(address)
  return `${origin}/${pathname.length > 1 || search ? `…${(pathname + search).slice(-4)}` : ''}`
}
