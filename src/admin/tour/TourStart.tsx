'use client'
import { useTranslation } from '@payloadcms/ui'
import { usePathname, useRouter } from 'next/navigation'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'

const Tour = lazy(async () => ({ default: (await import('./Tour')).Tour }))

/** Kept while the order that was entered on the tour is saved. */
const begun = 'gendan-tour'

/** Starts the tour of an order where an address asks for it (`?tour=order`), and goes on with it when the order has been saved. */
export const TourStart = () => {
  const language = useTranslation().i18n.language === 'en' ? 'en' : 'zh'
  const pathname = usePathname()
  const router = useRouter()
  const [part, setPart] = useState<'entering' | 'goingOn' | null>(null)
  useEffect(() => {
    if (pathname.endsWith('/orders/create') && new URLSearchParams(location.search).get('tour') === 'order') {
      sessionStorage.setItem(begun, 'order')
      setPart('entering')
      router.replace(pathname) // the way back does not begin it again
    } else if (/\/orders\/\d+$/.test(pathname) && sessionStorage.getItem(begun)) {
      sessionStorage.removeItem(begun)
      setPart('goingOn')
    }
  }, [pathname, router])
  const end = useCallback(() => setPart(null), [])
  return <Suspense fallback={null}>{part && <Tour key={part} part={part} language={language} onEnd={end} />}</Suspense>
}
