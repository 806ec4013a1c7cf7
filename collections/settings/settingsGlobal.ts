import type { Field, GlobalConfig } from 'payload'

import type { Role } from '@/src/domain/people/person'
import { recordSettingsChange } from '@/hooks/recordMasterChange'
import { hasAnyRole, hasRole } from '@/src/access/roles'

import { areas } from '../fields'
import type { Label } from '../fields'

/**
 * Settings of an area: everybody in the house may read by what rules he works, administrator and general manager change them, and
 * every change is written to the audit log.
 */
export const settingsGlobal = ({
  slug,
  label,
  fields,
  change = ['admin', 'generalManager'],
  beforeChange = [],
}: {
  slug: string
  label: Label
  fields: Field[]
  change?: readonly Role[]
  beforeChange?: NonNullable<NonNullable<GlobalConfig['hooks']>['beforeChange']>
}): GlobalConfig => ({
  slug,
  label,
  admin: { group: areas.control },
  access: { read: ({ req }) => hasAnyRole(req.user), update: ({ req }) => hasRole(req.user, ...change) },
  lockDocuments: false,
  versions: false,
  fields,
  hooks: { beforeChange, afterChange: [recordSettingsChange] },
})

/** When a rule bites. */
export const moments = [
  { value: 'save', label: { zh: '保存时', en: 'On save' } },
  { value: 'approve', label: { zh: '审核时', en: 'On approval' } },
] as const
