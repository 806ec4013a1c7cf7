'use client'

import { LookupInput } from './LookupInput'
import { useTypedRecord } from './useTypedRecord'

/** A record asked about on a screen: the same look-up as in forms and grids. */
export const RecordPicker = ({
  kind,
  value,
  label,
  placeholder,
  language,
  onChange,
}: {
  kind: string
  value: number | null
  label: string
  placeholder?: string
  language: 'zh' | 'en'
  onChange: (id: number | null) => void
}) => {
  const record = useTypedRecord({ kind, id: value, onChange, language })
  return (
    <LookupInput
      kind={kind}
      label={label}
      placeholder={placeholder}
      language={language}
      chosen={record.chosen}
      typed={record.typed}
      wrong={record.wrong}
      onTake={record.take}
      onLeave={record.leave}
    />
  )
}
