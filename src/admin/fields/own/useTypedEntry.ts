import { useForm } from '@payloadcms/ui'
import { type RefObject, useEffect, useRef } from 'react'

import { openEntry } from '@/src/admin/components/entries'
import { focusUnfolded } from '@/src/admin/components/unfolding'

type Typed = {
  /** what was typed and means nothing */
  unread: () => string | null
  settled?: () => Promise<unknown>
  discard?: () => void
}

/** A single field takes part in the saving of its form: what it cannot read holds the save up and is told under its name. */
export function useTypedEntry({
  path,
  label,
  typed,
  place,
}: {
  path: string
  label: string
  typed: Typed
  /** where the cursor goes when it is told: the input itself, or the box it stands in */
  place: RefObject<HTMLElement | null>
}): void {
  const { dispatchFields } = useForm()
  const now = useRef(typed)
  useEffect(() => void (now.current = typed))
  useEffect(
    () =>
      openEntry(dispatchFields, path, {
        settled: () => now.current.settled?.() ?? Promise.resolve(),
        unread: () => {
          const unread = now.current.unread()
          const focus = (): void => {
            const element = place.current
            const input = element instanceof HTMLInputElement ? element : element?.querySelector('input')
            focusUnfolded(input)
          }
          return unread === null ? [] : [{ message: `${label}: “${unread}”`, focus }]
        },
        discard: () => now.current.discard?.(),
      }),
    [dispatchFields, label, path, place],
  )
}
