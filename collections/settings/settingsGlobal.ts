import type { Field, GlobalConfig } from 'payload'

import { countSettingsVersion, lockSettings } from '@/hooks/masters/keepVersion'
import { settingsByTwo } from '@/hooks/masters/settingsByTwo'
import { recordSettingsChange } from '@/hooks/recordMasterChange'
import { settingsRights } from '@/src/access/rights'
import { hasRole } from '@/src/access/roles'
import { secondPersonAreas } from '@/src/domain/control/houseChange'

import { areas } from '../fields'
import type { Label } from '../fields'
import { withGrids } from '../fields/grids'
import { proposeButton } from '../fields/proposeButton'
import { recordVersion } from '../fields/recordVersion'
import { saveButton } from '../fields/saveButton'

const takesTwo = (slug: string): boolean => secondPersonAreas.some((area) => area === slug)

/**
 * Settings of an area: everybody in the house may read by what rules he works, administrator and general manager change them, and
 * every change is written to the audit log. Those that decide on prices, credit, review and four eyes take two people.
 */
export const settingsGlobal = ({
  slug,
  label,
  fields,
  beforeChange = [],
}: {
  slug: string
  label: Label
  fields: Field[]
  beforeChange?: NonNullable<NonNullable<GlobalConfig['hooks']>['beforeChange']>
}): GlobalConfig => ({
  slug,
  label,
  admin: {
    group: areas.control,
    hideAPIURL: true,
    components: {
      elements: {
        SaveButton: saveButton,
        ...(takesTwo(slug) ? { beforeDocumentControls: [proposeButton({ kind: 'settings', area: slug })] } : {}),
      },
    },
  },
  access: {
    read: ({ req }) => hasRole(req.user, ...settingsRights.read),
    update: ({ req }) => hasRole(req.user, ...settingsRights.update),
  },
  lockDocuments: false,
  versions: false,
  fields: withGrids([...fields, recordVersion()]),
  hooks: {
    beforeOperation: [lockSettings],
    beforeChange: [...beforeChange, ...(takesTwo(slug) ? [settingsByTwo] : []), countSettingsVersion],
    afterChange: [recordSettingsChange],
  },
})

/** When a rule bites. */
export const moments = [
  { value: 'save', label: { zh: '保存时', en: 'On save' } },
  { value: 'approve', label: { zh: '审核时', en: 'On approval' } },
] as const
