'use client'

import { Link, Logout, useNav, useWindowInfo } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'

import { wordsOf } from '@/src/admin/shown/oneText'
import { useIsAlive } from '@/src/admin/useIsAlive'
import { waitingStore } from '@/src/admin/waiting/waitingStore'

import './nav.css'

/** `entries`: where each leads from home, and what it is called (`oneText`). */
export type MenuGroup = { label: string; entries: string }

const collection = '/collections/'

/** What waits is counted by the name of a collection, or by the address of a desk. */
const placeOf = (to: string): string => (to.startsWith(collection) ? to.slice(collection.length) : to)

type Entry = { href: string; label: string; place: string }

const entriesOf = (home: string, text: string): Entry[] =>
  wordsOf(text).map(([to, label]) => ({ href: `${home}${to}`, label, place: placeOf(to) }))

const words = {
  home: { zh: '首页', en: 'Home' },
  menu: { zh: '菜单', en: 'Menu' },
  waiting: { zh: '待处理', en: 'waiting' },
} as const

const wide = 1200 // px: from here on the menu stands beside the page

type Props = { home: string; groups: readonly MenuGroup[]; counts: Readonly<Record<string, number>>; language: 'zh' | 'en' }

/** The menu beside the page. Open on wide screens until somebody closes it; the place one is at is marked. */
export const NavMenu = ({ home, groups, counts, language }: Props) => {
  const waiting = useSyncExternalStore(waitingStore.subscribe, waitingStore.now, () => null)
  const countAt = (place: string): number => (waiting?.counts ?? counts)[place] ?? 0
  const { hydrated, navOpen, navRef, setNavOpen, shouldAnimate } = useNav()
  const pathname = usePathname()
  const { breakpoints } = useWindowInfo()
  useEffect(() => {
    if (!hydrated || window.innerWidth < wide || sessionStorage.getItem('menu') === 'closed') return
    // after the platform has closed it, as it does below its own widest width
    queueMicrotask(() => setNavOpen(true))
  }, [hydrated, breakpoints.l, breakpoints.m, breakpoints.s, setNavOpen])
  useEffect(() => {
    // the one button for it is the platform's; what somebody decides with it holds for this window
    const note = ({ target }: MouseEvent): void => {
      if (target instanceof Element && target.closest('.nav-toggler')) sessionStorage.setItem('menu', navOpen ? 'closed' : 'open')
    }
    document.addEventListener('click', note, { capture: true })
    return () => document.removeEventListener('click', note, { capture: true })
  }, [navOpen])
  const isAt = (href: string): boolean => (href === home ? pathname === home : pathname === href || pathname.startsWith(`${href}/`))
  // the platform may have decided before this part is alive; React takes what the server drew for what it would draw first, and mends nothing
  const isAlive = useIsAlive()
  const isOpen = navOpen || !isAlive
  const classes = [
    'nav',
    isOpen && 'nav--nav-open',
    shouldAnimate && isAlive && 'nav--nav-animate',
    hydrated && isAlive && 'nav--nav-hydrated',
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <aside className={classes} inert={!isOpen ? true : undefined} aria-label={words.menu[language]}>
      <div className="nav__scroll" ref={navRef as React.RefObject<HTMLDivElement>}>
        <nav className="menu" aria-label={words.menu[language]}>
          <div className="menu__head">
            <Link href={home} className={isAt(home) ? 'menu__entry is-here' : 'menu__entry'} prefetch={false}>
              {words.home[language]}
            </Link>
          </div>
          {groups.map(({ label, entries }) => (
            <details key={label} className="menu__group" open>
              <summary>{label}</summary>
              <ul>
                {entriesOf(home, entries).map((entry) => (
                  <li key={entry.href}>
                    <Link
                      href={entry.href}
                      className={isAt(entry.href) ? 'menu__entry is-here' : 'menu__entry'}
                      aria-current={isAt(entry.href) ? 'page' : undefined}
                      prefetch={false}
                    >
                      {entry.label}
                      {countAt(entry.place) > 0 && (
                        <b className="menu__count" title={words.waiting[language]}>
                          {countAt(entry.place) > 99 ? '99+' : countAt(entry.place)}
                        </b>
                      )}
                    </Link>
                  </li>
                ))}
              </ul>
            </details>
          ))}
          <div className="nav__controls">
            <Logout />
          </div>
        </nav>
      </div>
    </aside>
  )
}
