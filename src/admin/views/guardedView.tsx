import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'

import { Template } from './Template'

type View = (props: AdminViewServerProps) => Promise<ReactNode>

/**
 * Root views are public unless they guard themselves: whoever is not logged in is sent to the log-in page before anything is
 * read. Everything inside reads with the person's own rights, in the frame of the admin.
 */
export const guardedView = (view: View) =>
  async function GuardedView(props: AdminViewServerProps) {
    const { initPageResult, payload } = props
    const { req, permissions } = initPageResult
    if (!req.user || !permissions.canAccessAdmin) {
      const { routes, admin } = payload.config
      redirect(`${routes.admin}${admin.routes.login}?redirect=${encodeURIComponent(`${req.pathname ?? routes.admin}${req.search ?? ''}`)}`)
    }
    return <Template view={props}>{await view(props)}</Template>
  }
