'use client'

import { useField } from '@payloadcms/ui'

import { RecordInput } from '@/src/admin/components/RecordInput'

type RecordCellProps = { path: string; slug: string; readOnly: boolean; placeholder: string; label: string }

/** A relation of a line, picked by typing. */
export const RecordCell = ({ path, ...props }: RecordCellProps) => {
  const { value, setValue, showError } = useField<number | { id: number } | null>({ path })
  return (
    <RecordInput {...props} value={value !== null && typeof value === 'object' ? value.id : value} onChange={setValue} wrong={showError} />
  )
}
