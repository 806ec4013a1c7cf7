type Values = Readonly<Record<string, unknown>>

/**
 * Records that say mostly the same, as a table: all names in their order, what most say under some of them, and of each record its values
 * under the others. What a record says otherwise than most, and which names it has not, is told by its place.
 */
export type Packed = {
  names: string
  usual: Values
  rows: ReadonlyArray<readonly unknown[]>
  own: Readonly<Record<string, Values>>
  /** by the names they have not: the places of records, in their order */
  not: Readonly<Record<string, string>>
}

/** What more than half of all say under a name; undefined where nothing is said so often. */
function usualOf(items: readonly Values[], name: string): unknown {
  const said = new Map<string, { value: unknown; times: number }>()
  for (const item of items) {
    if (item[name] === undefined) continue
    const text = JSON.stringify(item[name])
    const known = said.get(text)
    if (known) known.times += 1
    else said.set(text, { value: item[name], times: 1 })
  }
  return [...said.values()].find(({ times }) => times * 2 > items.length)?.value
}

const entriesSaid = (item: object): Array<[string, unknown]> => Object.entries(item).filter(([, value]) => value !== undefined)

/** Of what cannot be told so (a name with a space), nothing is. */
export function packed(items: readonly object[]): Packed | null {
  const all: Values[] = items.map((item) => Object.fromEntries(entriesSaid(item)))
  const names = [...new Set(all.flatMap(Object.keys))]
  if (names.some((name) => name === '' || name.includes(' '))) return null
  const usual: Values = Object.fromEntries(
    names.map((name) => [name, usualOf(all, name)] as const).filter(([, value]) => value !== undefined),
  )
  const columns = names.filter((name) => !(name in usual))
  const told = new Map(Object.entries(usual).map(([name, value]) => [name, JSON.stringify(value)]))
  const own: Record<string, Values> = {}
  const not: Record<string, string> = {}
  all.forEach((item, at) => {
    const others = Object.entries(item).filter(([name, value]) => told.has(name) && told.get(name) !== JSON.stringify(value))
    const missing = names.filter((name) => !(name in item))
    if (others.length > 0) own[at] = Object.fromEntries(others)
    if (missing.length > 0) not[missing.join(' ')] = [not[missing.join(' ')], at].filter((part) => part !== undefined).join(' ')
  })
  return { names: names.join(' '), usual, rows: all.map((item) => columns.map((name) => item[name] ?? null)), own, not }
}

export function unpacked({ names, usual, rows, own, not }: Packed): Values[] {
  const all = names.split(' ').filter(Boolean)
  const places = new Map(all.filter((name) => !(name in usual)).map((name, place) => [name, place]))
  const missingAt = new Map(Object.entries(not).flatMap(([missing, at]) => at.split(' ').map((each) => [Number(each), missing] as const)))
  return rows.map((row, at) => {
    const missing = new Set(missingAt.get(at)?.split(' '))
    const others = own[at] ?? {}
    const valueOf = (name: string): unknown => {
      const place = places.get(name)
      if (place !== undefined) return row[place]
      return name in others ? others[name] : usual[name]
    }
    return Object.fromEntries(all.filter((name) => !missing.has(name)).map((name) => [name, valueOf(name)]))
  })
}
