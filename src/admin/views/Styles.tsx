import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation'

import { guardedView } from './guardedView'
import { StyleBoard } from './opened'

/** /admin/styles, while the house is being built: every component of the workbench once. In production there is no such page. */
export const StylesView = guardedView(({ i18n }) => {
  if (process.env['NODE_ENV'] === 'production') notFound()
  return Promise.resolve(
    <>
      <SetStepNav nav={[{ label: { zh: '样式', en: 'Styles' }[i18n.language === 'en' ? 'en' : 'zh'] }]} />
      <Gutter>
        <StyleBoard first={i18n.language === 'en' ? 'en' : 'zh'} />
      </Gutter>
    </>,
  )
})
