'use client'

import { useEffect } from 'react'

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
  onUnread,
}: {
  kind: string
  value: number | null
  label: string
  placeholder?: string
  language: 'zh' | 'en'
  onChange: (id: number | null) => void
  /** whether text stands in it that means no record, or none yet */
  onUnread?: (isUnread: boolean) => void
}) => {
  const record = useTypedRecord({ kind, id: value, onChange, language })
  const isUnread = record.typed !== undefined
  useEffect(() => onUnread?.(isUnread), [isUnread]) // eslint-disable-line react-hooks/exhaustive-deps -- told when it changes
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
