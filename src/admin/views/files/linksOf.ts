import type { FileKind } from '../../components/viewer/attachedFile'
import type { Link } from '../../fields/FileDrop/useAttached'

/** What a document may hang files on. */
export type Attached = {
  attachments?: ReadonlyArray<{ relationTo: FileKind; value: number }> | null
  drawings?: readonly number[] | null
  pictures?: readonly number[] | null
}

/** Every file of a document once, in the order of its fields. */
export function linksOf({ attachments, drawings, pictures }: Attached): Link[] {
  const all: Link[] = [
    ...(drawings ?? []).map((id): Link => ({ kind: 'drawings', id })),
    ...(pictures ?? []).map((id): Link => ({ kind: 'pictures', id })),
    ...(attachments ?? []).map(({ relationTo, value }): Link => ({ kind: relationTo, id: value })),
  ]
  return all.filter((link, index) => all.findIndex(({ kind, id }) => kind === link.kind && id === link.id) === index)
}
