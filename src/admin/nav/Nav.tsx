import { createLocalReq, type ServerProps } from 'payload'

import { reports } from '@/reports'
import { mayOpen } from '@/reports/kit/defineReport'
import type { Person } from '@/src/domain/people/person'
import { workGroups, worksAt } from '@/src/domain/people/workplaces'
import { labelIn } from '@/src/domain/words/words'
import { waitingCounts } from '@/src/questions/control/waiting'

import { oneText } from '../shown/oneText'
import { type MenuGroup, NavMenu } from './NavMenu'

type Props = ServerProps & { visibleEntities?: { collections: string[]; globals: string[] } }
type Group = { label: string; entries: ReadonlyArray<readonly [string, string]> }

function told({ label, entries }: Group): MenuGroup {
  const text = oneText(entries)
  if (text === null) throw new Error(`The menu cannot be told: ${label}`)
  return { label, entries: text }
}

/** The one menu: grouped by the day's work, with what this person works with, complete when the page comes. */
export const Nav = async ({ i18n, user, payload, visibleEntities }: Props) => {
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const person = user as Person | null | undefined
  const roles = person?.roles ?? []
  const { collections, globals, routes } = payload.config
  const asks = { roles, mayRelease: (person?.releaseQuota ?? null) !== null }
  const groups = workGroups.map(({ label, places }) => ({
    label: label[language],
    entries: places
      .filter((place) => worksAt(place, asks))
      .flatMap((place) => {
        if ('path' in place) return [[place.path, place.label[language]] as const]
        if ('slug' in place) {
          const found = collections.find(({ slug }) => slug === place.slug)
          const isVisible = found && (visibleEntities?.collections.includes(place.slug) ?? true)
          return isVisible ? [[`/collections/${place.slug}`, labelIn(found.labels.plural, language)] as const] : []
        }
        const found = globals.find(({ slug }) => slug === place.global)
        const isVisible = found && (visibleEntities?.globals.includes(place.global) ?? true)
        return isVisible ? [[`/globals/${place.global}`, labelIn(found.label, language)] as const] : []
      }),
  }))
  const counts = user ? await waitingCounts(await createLocalReq({ user }, payload)) : {}
  const open = reports.filter((report) => mayOpen(report, roles))
  groups.push({
    label: { zh: '报表', en: 'Reports' }[language],
    entries: open.map(({ name, title }) => [`/reports/${name}`, title[language]] as const),
  })
  return (
    <NavMenu
      home={routes.admin}
      language={language}
      counts={counts}
      groups={groups.filter(({ entries }) => entries.length > 0).map(told)}
    />
  )
}
