'use client'

import { useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'

import { labelIn } from '@/src/domain/words/words'

import { recordPage } from '../components/recordPage'
import { useModal } from '../components/useModal'
import { ask } from '../request/ask'
import { beginnings } from './beginnings'
import { type Entry, fits, onPage } from './onPage'
import { loadPins, pins, togglePin } from './pins'
import { recent, type Visit } from './recent'
import './palette.css'

type Hit = { slug: string; id: number; title: string; detail: string }
const words = {
  title: { zh: '搜索一切', en: 'Search everything' },
  ask: { zh: '单号、客户、物料（编码 名称 拼音）、菜单、操作…', en: 'Number, customer, item (code, name, pinyin), menu, verb …' },
  verbs: { zh: '操作', en: 'Do' },
  menu: { zh: '菜单', en: 'Go to' },
  recent: { zh: '最近', en: 'Recent' },
  pinned: { zh: '置顶', en: 'Pinned' },
  pin: { zh: '置顶 / 取消置顶（Shift+Enter）', en: 'Pin or take the pin out (Shift+Enter)' },
  none: { zh: '没有找到', en: 'Nothing found' },
  digits: { zh: '没有找到；按单号查找请输入至少两位数字', en: 'Nothing found; type at least two digits of a number' },
} as const

/** What is typed before it stands is `early`. One field over everything: what is open, what was open, what is in the menu, and what the server finds with this person's rights. */
export const Palette = ({ early, onClose }: { early: () => string; onClose: () => void }) => {
  const { config, getEntityConfig } = useConfig()
  const router = useRouter()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState(early)
  const [answer, setAnswer] = useState<{ q: string; rows: Hit[] }>({ q: '', rows: [] })
  // what was pointed at, whatever comes in above it; and what was meant to be opened before the answer had come
  const [pointed, setPointed] = useState<string | null>(null)
  const [wanted, setWanted] = useState<string | null>(null)
  const { permissions } = useAuth()
  const labelOf = (slug: string, of: 'singular' | 'plural'): string =>
    labelIn(getEntityConfig({ collectionSlug: slug })?.labels?.[of], language, slug)
  const begun = (slug: string): string =>
    ({ zh: `新建${labelOf(slug, 'singular')}`, en: `New ${labelOf(slug, 'singular').toLowerCase()}` })[language]
  const [here] = useState(() => [
    ...onPage('.verb-buttons button', words.verbs[language]),
    ...onPage('.menu__entry', words.menu[language]),
    ...beginnings({
      group: words.verbs[language],
      titleOf: (slug) => (permissions?.collections?.[slug]?.create ? begun(slug) : null),
      open: (href) => router.push(href),
    }),
  ])
  const [before] = useState<Visit[]>(() => recent())
  const [kept, setKept] = useState<readonly Visit[]>(() => pins())
  const closed = useModal(dialog, onClose)
  // what was typed while this was being drawn
  useLayoutEffect(() => setTyped(early()), []) // eslint-disable-line react-hooks/exhaustive-deps -- once, when it stands open
  useEffect(() => void loadPins().then(setKept, () => undefined), []) // what was known last stays
  useEffect(() => {
    const q = typed.trim()
    if (q === '') return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      const look = async (): Promise<void> => {
        const told = await ask<{ q: string; rows: Hit[] }>(`/api/lookup?q=${encodeURIComponent(q)}`, { signal: abort.signal })
        if (told.ok) setAnswer(told.body)
      }
      look().catch(() => undefined) // the next key asks again
    }, 80)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [typed])
  const q = typed.trim()
  const found: Entry[] =
    q !== '' && answer.q === q
      ? answer.rows.map(({ slug, id, title, detail }) => ({
          key: `${slug}/${id}`,
          title,
          detail,
          group: labelOf(slug, 'plural'),
          href: recordPage(config.routes.admin, slug, id),
          go: () => router.push(recordPage(config.routes.admin, slug, id)),
        }))
      : []
  const visit =
    (group: string) =>
    ({ href, title }: Visit): Entry => ({ key: `${group}${href}`, title, group, href, go: () => router.push(href) })
  const atHand = kept.map(visit(words.pinned[language]))
  const visits = before.filter(({ href }) => !kept.some((pin) => pin.href === href)).map(visit(words.recent[language]))
  const entries =
    q === ''
      ? [...atHand, ...visits, ...here.slice(0, 8)]
      : [...found, ...[...here, ...atHand, ...visits].filter(({ title }) => fits(title, q))]
  const keyOf = ({ group, key }: Entry): string => `${group}${key}`
  const at = Math.max(
    entries.findIndex((entry) => keyOf(entry) === pointed),
    0,
  )
  const point = (to: number): void => {
    const entry = entries[to]
    if (entry) setPointed(keyOf(entry))
  }
  const isPinned = (entry: Entry): boolean => kept.some(({ href }) => href === entry.href)
  const pin = ({ href, title }: Entry): void => {
    if (href === undefined) return
    togglePin({ href, title }).then(setKept, () => undefined) // an unheard pin is not shown as one
  }
  const take = (entry: Entry | undefined): void => {
    if (!entry) return
    onClose()
    entry.go()
  }
  const opening = useRef(take)
  useEffect(() => void (opening.current = take))
  // Enter before the answer is there waits for it: what was found comes first
  const first = wanted !== null && wanted === q && answer.q === q ? entries[0] : undefined
  useEffect(() => {
    if (first) opening.current(first)
  }, [first])
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={words.title[language]}
      onClose={closed}
      onClick={({ target }) => target === dialog.current && onClose()}
    >
      <input
        role="combobox"
        aria-label={words.title[language]}
        aria-expanded={entries.length > 0}
        aria-controls="palette-list"
        aria-activedescendant={entries[at] ? `palette-${at}` : undefined}
        placeholder={words.ask[language]}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setPointed(null)
          setWanted(null)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown') point(Math.min(at + 1, entries.length - 1))
          else if (event.key === 'ArrowUp') point(Math.max(at - 1, 0))
          else if (event.key === 'Enter' && event.shiftKey && entries[at]) pin(entries[at])
          else if (event.key === 'Enter' && pointed === null && q !== '' && answer.q !== q) setWanted(q)
          else if (event.key === 'Enter') take(entries[at])
          else return
          event.preventDefault()
        }}
      />
      <ul id="palette-list" role="listbox" aria-label={words.title[language]}>
        {entries.slice(0, 40).map((entry, index) => (
          <li
            key={keyOf(entry)}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseMove={() => point(index)}
            onClick={() => take(entry)}
          >
            <span>{entry.title}</span>
            <small>
              {[entry.detail, entry.group].filter(Boolean).join(' · ')}
              {entry.href && (
                <i
                  className="palette__pin"
                  title={words.pin[language]}
                  onClick={(event) => {
                    event.stopPropagation()
                    pin(entry)
                  }}
                >
                  {isPinned(entry) ? '★' : '☆'}
                </i>
              )}
            </small>
          </li>
        ))}
      </ul>
      {q !== '' && answer.q === q && entries.length === 0 && (
        <p className="palette__none" role="status">
          {(/\d{2}/.test(q) ? words.none : words.digits)[language]}
        </p>
      )}
    </dialog>
  )
}
