import { useFormFields } from '@payloadcms/ui'

import type { GridStates } from '@/src/domain/grid/gridHead'

/** What the state of the document says of its rows: whether they are closed, and whether they are in the books. Neither where rows have no document. */
export function useShut(states: GridStates | undefined): { isShut: boolean; isCounted: boolean } {
  const status = useFormFields(([fields]) => (states ? (fields[states.field]?.value as string | undefined) : undefined))
  if (states === undefined || status === undefined) return { isShut: false, isCounted: false }
  return { isShut: !states.editable.includes(status), isCounted: status !== states.initial }
}
