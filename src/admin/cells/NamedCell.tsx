'use client'

import type { DefaultCellComponentProps, RelationshipFieldClient } from 'payload'
import { useEffect, useSyncExternalStore } from 'react'

import { nameOf, onNames, wantName } from '@/src/admin/components/lookup/askLookup'
import { idOf } from '@/src/domain/kernel/idOf'

/** The record a row names: all names of a page are asked in one question. */
export const NamedCell = ({ cellData, field }: DefaultCellComponentProps) => {
  const kind = String((field as RelationshipFieldClient).relationTo)
  const id = idOf(cellData)
  const found = useSyncExternalStore(
    onNames,
    () => (id === null ? undefined : nameOf(kind, id)),
    () => undefined,
  )
  useEffect(() => {
    if (id !== null) wantName(kind, id)
  }, [id, kind])
  if (id === null) return <span className="cell-none">—</span>
  return <span title={found ? `${found.code} ${found.name}`.trim() : undefined}>{found ? found.name || found.code : ' '}</span>
}
