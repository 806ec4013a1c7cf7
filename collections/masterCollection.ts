import type { CollectionConfig, Field } from 'payload'

import { forgetMastersAfterChange, forgetMastersAfterDelete } from '@/hooks/masters/forgetMasters'
import { countVersion, lockRecord } from '@/hooks/masters/keepVersion'
import { recordMasterChange, recordMasterDeletion } from '@/hooks/recordMasterChange'
import { forgetWordsAfterDelete, rememberWordsAfterChange } from '@/hooks/masters/rememberWords'
import { refuseForbiddenFields } from '@/hooks/refuseForbiddenFields'
import { refuseDeleteWhenUsed } from '@/hooks/masters/refuseDeleteWhenUsed'

import { documentHistory, type DocumentTab } from './documentCollection'
import { type areas, codeField, type Label, nameField } from './fields'
import { recordVersion } from './fields/recordVersion'
import { saveButton } from './fields/saveButton'
import { withGrids } from './fields/grids'
import { oneAtATime } from './oneAtATime'

type Hooks = NonNullable<CollectionConfig['hooks']>

export type MasterRecord = {
  slug: string
  labels: { singular: Label; plural: Label }
  area: (typeof areas)[keyof typeof areas]
  title: string
  columns: string[]
  search: string[]
  fields: Field[]
  hooks?: Hooks
  /** What is locked before the record itself. */
  locksFirst?: NonNullable<Hooks['beforeOperation']>
  /** Further tabs of this kind of record, by name. */
  tabs?: Record<string, DocumentTab>
  admin?: CollectionConfig['admin']
  more?: Partial<CollectionConfig>
}

/**
 * A master record: everything the masters share (audit of every change, deletion only while nothing names it, no bulk edit, no document
 * locks, which deadlock a busy pool). The rest is the record's own.
 */
export function masterCollection({
  slug,
  labels,
  area,
  title,
  columns,
  search,
  fields,
  hooks = {},
  locksFirst = [],
  tabs = {},
  admin,
  more,
}: MasterRecord): CollectionConfig {
  return {
    slug,
    labels,
    admin: {
      group: area,
      hideAPIURL: true,
      useAsTitle: title,
      defaultColumns: columns,
      listSearchableFields: search,
      enableListViewSelectAPI: true,
      pagination: { defaultLimit: 25, limits: [10, 25, 50, 100] },
      ...admin,
      components: {
        ...admin?.components,
        ...(more?.upload ? {} : { edit: { SaveButton: saveButton, ...admin?.components?.edit } }),
        views: { edit: { ...tabs, history: documentHistory } },
      },
    },
    ...oneAtATime,
    ...more,
    fields: withGrids([...fields, recordVersion()]),
    hooks: {
      ...hooks,
      beforeOperation: [...locksFirst, lockRecord, ...(hooks.beforeOperation ?? []), refuseForbiddenFields],
      beforeChange: [...(hooks.beforeChange ?? []), countVersion],
      beforeDelete: [refuseDeleteWhenUsed, ...(hooks.beforeDelete ?? [])],
      afterChange: [forgetMastersAfterChange, rememberWordsAfterChange, ...(hooks.afterChange ?? []), recordMasterChange],
      afterDelete: [forgetMastersAfterDelete, forgetWordsAfterDelete, ...(hooks.afterDelete ?? []), recordMasterDeletion],
    },
  }
}

type CodedRecord = Omit<MasterRecord, 'title' | 'search'>

/** A master record known by its code and its name: both head its form and its list, and it is found by either. */
export const codedMaster = ({ columns, fields, ...record }: CodedRecord): CollectionConfig =>
  masterCollection({
    ...record,
    title: 'name',
    search: ['code', 'name'],
    columns: ['code', 'name', ...columns],
    fields: [codeField(), nameField(), ...fields],
  })
