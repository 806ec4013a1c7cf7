import type { CollectionSlug, RelationshipField, UploadField } from 'payload'

import { withOverrides } from './label'
import type { Label } from './label'

type RelationOverrides = Partial<Omit<RelationshipField, 'type' | 'name' | 'label' | 'relationTo' | 'hasMany'>>

/** A link to one record of another collection, indexed; new records are made on their own screen, not in passing. */
export const relation = (name: string, label: Label, relationTo: string, overrides?: RelationOverrides): RelationshipField =>
  withOverrides<RelationshipField>(
    {
      name,
      type: 'relationship',
      label,
      relationTo: relationTo as CollectionSlug,
      index: true,
      admin: { allowCreate: false, components: { Field: '/src/admin/fields/opened#LookupField', Cell: '/src/admin/cells#NamedCell' } },
    } as RelationshipField,
    overrides as Partial<RelationshipField>,
  )

/** Links to several records of another collection. */
export const relations = (name: string, label: Label, relationTo: string, overrides?: RelationOverrides): RelationshipField =>
  withOverrides<RelationshipField>(
    {
      name,
      type: 'relationship',
      label,
      relationTo: relationTo as CollectionSlug,
      hasMany: true,
      admin: { allowCreate: false },
    } as RelationshipField,
    overrides as Partial<RelationshipField>,
  )

type UploadOverrides = Partial<Omit<UploadField, 'type' | 'name' | 'label' | 'relationTo' | 'hasMany'>>

/** Files are dropped, shown and looked into where they belong. */
const dropZone = { components: { Field: '/src/admin/fields/opened#FileDrop' } }

export const drawings = (overrides?: UploadOverrides): UploadField =>
  withOverrides<UploadField>(
    {
      name: 'drawings',
      type: 'upload',
      label: { zh: '图纸', en: 'Drawings' },
      relationTo: 'drawings' as CollectionSlug,
      hasMany: true,
      admin: dropZone,
    } as UploadField,
    overrides as Partial<UploadField>,
  )

export const pictures = (overrides?: UploadOverrides & { name?: string; label?: Label }): UploadField =>
  withOverrides<UploadField>(
    {
      name: 'pictures',
      type: 'upload',
      label: { zh: '图片', en: 'Pictures' },
      relationTo: 'pictures' as CollectionSlug,
      hasMany: true,
      admin: dropZone,
    } as UploadField,
    overrides as Partial<UploadField>,
  )

/** Files that belong to a document: drawings (CAD, PDF) and pictures alike. */
export const attachments = (overrides?: UploadOverrides): UploadField =>
  withOverrides<UploadField>(
    {
      name: 'attachments',
      type: 'upload',
      label: { zh: '附件', en: 'Attachments' },
      relationTo: ['drawings', 'pictures'] as CollectionSlug[],
      hasMany: true,
      admin: dropZone,
    } as UploadField,
    overrides as Partial<UploadField>,
  )
