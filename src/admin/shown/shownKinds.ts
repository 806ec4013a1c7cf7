/** Collections and settings whose fields a page needs: those of a form it shows. */
type ShownKinds = { collections: readonly string[]; globals: readonly string[] }

type Kinds = {
  /** collections of files, whose own list a form may open over the page */
  files: readonly string[]
  users: string
}

const nothing: ShownKinds = { collections: [], globals: [] }

/**
 * Which fields a page needs, by its address. A desk, a report and a list of ours need none; a record needs its own, and those of the files
 * that may be chosen for it; what keeps the platform's own list needs them for that as well.
 */
export function shownKinds(segments: readonly string[], { files, users }: Kinds): ShownKinds {
  const [area, slug, record] = segments
  if (area === 'account') return { ...nothing, collections: [users] }
  if (area === 'globals' && slug) return { collections: files, globals: [slug] }
  if (area !== 'collections' || !slug) return nothing
  if (files.includes(slug)) return { ...nothing, collections: files }
  return record ? { ...nothing, collections: [slug, ...files] } : nothing
}
