'use client'

import { Link, Logout, useNav, useWindowInfo } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { useEffect } from 'react'

import './nav.css'

export type MenuGroup = { label: string; entries: ReadonlyArray<{ href: string; label: string }> }

const words = {
  home: { zh: '首页', en: 'Home' },
  menu: { zh: '菜单', en: 'Menu' },
  close: { zh: '收起菜单', en: 'Close the menu' },
  find: { zh: '搜索', en: 'Search' },
} as const

const wide = 1200 // px: from here on the menu stands beside the page

/** The menu beside the page. Open on wide screens until somebody closes it; the place one is at is marked. */
export const NavMenu = ({ home, groups, language }: { home: string; groups: readonly MenuGroup[]; language: 'zh' | 'en' }) => {
  const { hydrated, navOpen, navRef, setNavOpen, shouldAnimate } = useNav()
  const pathname = usePathname()
  const { breakpoints } = useWindowInfo()
  useEffect(() => {
    if (!hydrated || window.innerWidth < wide || sessionStorage.getItem('menu') === 'closed') return
    // after the platform has closed it, as it does below its own widest width
    queueMicrotask(() => setNavOpen(true))
  }, [hydrated, breakpoints.l, setNavOpen])
  const isAt = (href: string): boolean => (href === home ? pathname === home : pathname === href || pathname.startsWith(`${href}/`))
  const classes = ['nav', navOpen && 'nav--nav-open', shouldAnimate && 'nav--nav-animate', hydrated && 'nav--nav-hydrated']
    .filter(Boolean)
    .join(' ')
  const close = (): void => {
    sessionStorage.setItem('menu', 'closed')
    setNavOpen(false)
  }
  return (
    <aside className={classes} inert={!navOpen ? true : undefined} aria-label={words.menu[language]}>
      <div className="nav__scroll" ref={navRef as React.RefObject<HTMLDivElement>}>
        <nav className="menu" aria-label={words.menu[language]}>
          <div className="menu__head">
            <Link href={home} className={isAt(home) ? 'menu__entry is-here' : 'menu__entry'} prefetch={false}>
              {words.home[language]}
            </Link>
            <button type="button" className="menu__close" onClick={close} aria-label={words.close[language]} title={words.close[language]}>
              «
            </button>
          </div>
          {groups.map(({ label, entries }) => (
            <details key={label} className="menu__group" open>
              <summary>{label}</summary>
              <ul>
                {entries.map((entry) => (
                  <li key={entry.href}>
                    <Link
                      href={entry.href}
                      className={isAt(entry.href) ? 'menu__entry is-here' : 'menu__entry'}
                      aria-current={isAt(entry.href) ? 'page' : undefined}
                      prefetch={false}
                    >
                      {entry.label}
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
