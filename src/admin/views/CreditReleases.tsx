import { Gutter, SetStepNav } from '@payloadcms/ui'

import { releaseDesk } from '@/src/questions/credit/releaseDesk'

import { guardedView } from './guardedView'
import { ReleaseDesk } from './opened'
import './releases/releases.css'
import { words } from './releases/words'

/** /admin/credit-releases: where credit is released. Open requests, oldest first; the chosen one with all that helps to decide. */
export const CreditReleasesView = guardedView(async ({ initPageResult: { req }, searchParams, payload }) => {
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const chosen = Number(searchParams?.['request'])
  const desk = await releaseDesk({ req, chosen: Number.isInteger(chosen) && chosen > 0 ? chosen : null })
  return (
    <>
      <SetStepNav nav={[{ label: words[language].title }]} />
      <Gutter>
        <ReleaseDesk {...desk} language={language} api={payload.config.routes.api} admin={payload.config.routes.admin} />
      </Gutter>
    </>
  )
})
