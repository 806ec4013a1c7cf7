import { DefaultTemplate } from '@payloadcms/next/templates'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'

/** Payload puts no frame around views of our own; this is the one place that knows where its frame comes from. */
export const Template = ({ view, children }: { view: AdminViewServerProps; children: ReactNode }) => (
  <DefaultTemplate
    i18n={view.initPageResult.req.i18n}
    locale={view.initPageResult.locale}
    params={view.params}
    payload={view.initPageResult.req.payload}
    permissions={view.initPageResult.permissions}
    req={view.initPageResult.req}
    searchParams={view.searchParams}
    user={view.initPageResult.req.user ?? undefined}
    viewActions={view.viewActions}
    visibleEntities={view.initPageResult.visibleEntities}
  >
    {children}
  </DefaultTemplate>
)
