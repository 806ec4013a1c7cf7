'use client'

import { fromForms } from '../../fields/fromForms'

/** Stands on the platform's page of one's own account, for its own (`src/server/builder/leftOut.mjs`). */
export const LanguageSetting = fromForms('account', async ({ account }) => (await account()).LanguageChoice)
