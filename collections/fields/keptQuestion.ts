import type { TextField } from 'payload'

import { shortText } from '.'

type More = Pick<TextField, 'access' | 'admin'>
type Label = { zh: string; en: string }

/** Which report or list a kept question is put to, told by its name. */
export const keptReport = ({ label, admin, ...more }: More & { label: Label }): TextField =>
  shortText('report', label, {
    required: true,
    ...more,
    custom: { speaks: 'files' },
    admin: { ...admin, components: { Field: '/src/admin/components/kept/KeptReport#KeptReport' } },
  })

/** What is asked, kept as its address and told in words. */
export const keptQuestion = ({ admin, ...more }: More): TextField =>
  shortText(
    'question',
    { zh: '条件', en: 'Question' },
    {
      maxLength: 2000,
      ...more,
      admin: { ...admin, disableListColumn: true, components: { Field: '/src/admin/components/kept/KeptQuestion#KeptQuestion' } },
    },
  )
