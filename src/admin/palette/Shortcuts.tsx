'use client'

import { useTranslation } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'

import { remember } from './recent'

const Palette = lazy(async () => ({ default: (await import('./Palette')).Palette }))
const KeyHelp = lazy(async () => ({ default: (await import('./KeyHelp')).KeyHelp }))

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** Keys that work on every page: Ctrl+K, `/`, `?`. What is shown for them is loaded when it is asked for. */
export const Shortcuts = () => {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  const pathname = usePathname()
  const early = useRef('')
  const isAsked = useRef(false)
  useEffect(() => {
    if (!/\/collections\/[^/]+\/\d+$/.test(pathname)) return
    const timer = setTimeout(() => remember({ href: pathname, title: document.title.split(' · ')[0] ?? pathname }), 1500) // the title comes after the page
    return () => clearTimeout(timer)
  }, [pathname])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const run = (doing: () => void): void => {
        event.preventDefault()
        doing()
      }
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k')
        return run(() => {
          early.current = ''
          isAsked.current = true
          setOpen('palette')
        })
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (document.querySelector('dialog[open]')) isAsked.current = false
      // the search is loaded when it is asked for: what is typed until it stands is typed into it
      if (isAsked.current && event.key.length === 1) return run(() => void (early.current += event.key))
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return
      if (event.key === '?') return run(() => setOpen('keys'))
      const search = document.querySelector<HTMLInputElement>('[data-list-search], .search-bar input, .search-filter__input')
      if (event.key === '/' && search) return run(() => search.focus())
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const close = (): void => {
    isAsked.current = false
    setOpen(null)
  }
  return (
    <Suspense fallback={null}>
      {open === 'palette' && <Palette early={() => early.current} onClose={close} />}
      {open === 'keys' && <KeyHelp language={language} onClose={close} />}
    </Suspense>
  )
}
