import type { Field } from 'payload'

import { count } from './figures'
import { readOnlyField } from './readOnlyField'

/** Counted by the house at every change. Whoever sends it says which version he has seen, and is refused (409) when it is no longer that. */
export const recordVersion = (): Field =>
  readOnlyField(count('version', { zh: '版本', en: 'Version' }, { defaultValue: 1, admin: { hidden: true } }))
