'use client'

import { useAuth } from '@payloadcms/ui'
import { type ReactNode, useEffect, useRef } from 'react'

import { Shortcuts } from '@/src/admin/palette/Shortcuts'

import { TourStart } from '../tour/TourStart'
import { useHeard } from '../early/EarlyDone'
import { ask } from '../request/ask'
import { PlatformNames } from './PlatformNames'
import { SessionDialog } from './session/SessionDialog'

const far = 20 * 24 * 3600 // seconds
const renewEvery = 10 * 60_000 // milliseconds of work

/**
 * What stands around every page. The platform counts a session down and then leaves the page with everything typed on it; here the
 * session is renewed while somebody works, and one that has ended is told when the server is asked, over the page.
 */
export const Workbench = ({ children }: { children: ReactNode }) => {
  const { user, setUser, tokenExpirationMs } = useAuth()
  const renewed = useRef(0)
  useHeard()
  useEffect(() => {
    if (!user || !tokenExpirationMs || tokenExpirationMs > Date.now() + (far / 2) * 1000) return
    setUser({ user, exp: Math.floor(Date.now() / 1000) + far } as Parameters<typeof setUser>[0])
  }, [setUser, tokenExpirationMs, user])
  useEffect(() => {
    if (!user) return
    renewed.current = Date.now()
    const renew = (): void => {
      if (Date.now() - renewed.current < renewEvery) return
      renewed.current = Date.now()
      void ask('/api/users/refresh-token', { method: 'POST' }).catch(() => undefined) // told when something is asked
    }
    const events = ['keydown', 'pointerdown'] as const
    for (const name of events) window.addEventListener(name, renew, { passive: true })
    return () => events.forEach((name) => window.removeEventListener(name, renew))
  }, [user])
  return (
    <>
      {children}
      {user && <Shortcuts />}
      {user && <TourStart />}
      <SessionDialog />
      <PlatformNames />
    </>
  )
}
