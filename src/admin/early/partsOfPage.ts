export const isServer = typeof window === 'undefined'

type Part<Loaded> = {
  there: Loaded | null
  load: () => Promise<Loaded>
  /** null where it could not be loaded */
  tried: () => Promise<Loaded | null>
}

/** Parts that can be loaded, by the name a page calls them by; several may be made from one script. */
const parts = new Map<string, Part<unknown>[]>()

/** A part that is loaded once, and again after it failed. */
export function awaited<Loaded>(name: string, loader: () => Promise<Loaded>): Part<Loaded> {
  let coming: Promise<Loaded> | null = null
  const part: Part<Loaded> = {
    there: null,
    load: () =>
      (coming ??= loader().then(
        (loaded) => (part.there = loaded),
        (error: unknown) => {
          coming = null
          throw error
        },
      )),
    tried: () => part.load().catch(() => null),
  }
  parts.set(name, [...(parts.get(name) ?? []), part])
  return part
}

const waitedFor = (names: readonly string[]): readonly Part<unknown>[] =>
  names.flatMap((name) => parts.get(name) ?? []).filter(({ there }) => there === null)

/** Loads all that is named, and what those parts have in them in their turn. What cannot be loaded is asked for again when it is drawn. */
export async function allThere(names: readonly string[], tried: ReadonlySet<Part<unknown>> = new Set()): Promise<void> {
  const next = waitedFor(names).filter((part) => !tried.has(part))
  if (next.length === 0) return
  await Promise.allSettled(next.map(async ({ load }) => load()))
  await allThere(names, new Set([...tried, ...next]))
}
