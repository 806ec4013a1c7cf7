import { toast } from '@payloadcms/ui'
import { useState } from 'react'

import type { ListDescription } from '@/src/questions/lists/describeList'
import type { SavedView } from '@/src/questions/lists/sharedViews'

import { keepPreference, shareView, unshareView } from './askList'
import type { ListWords } from './words'

/** What is kept of a list: its columns and views for this person, on every machine, and views shared with whoever has one of the roles chosen. */
export function useKept(list: ListDescription, say: ListWords) {
  const [names, setNames] = useState(list.chosen)
  const [views, setViews] = useState(list.views)
  const keep = (columns: readonly string[], all: readonly SavedView[]): void => {
    setNames(columns)
    setViews(all)
    void keepPreference(list.slug, { columns, views: all.filter(({ shared }) => !shared) }).catch(() => undefined) // it holds for this page all the same
  }
  const told = (work: Promise<void>): void => void work.catch(() => toast.error(say('viewFailed')))
  const share = async (view: SavedView, roles: readonly string[]): Promise<void> => {
    const id = await shareView(list.slug, view, roles)
    if (id === null) throw new Error(view.name)
    setViews([...views, { ...view, shared: { id, isMine: true } }])
  }
  const unshare = async (view: SavedView, id: number): Promise<void> => {
    if (!(await unshareView(id))) throw new Error(view.name)
    setViews(views.filter((each) => each !== view))
  }
  return {
    names,
    views,
    keepColumns: (columns: readonly string[]): void => keep(columns, views),
    saveView: (view: SavedView, roles: readonly string[]): void =>
      roles.length > 0
        ? told(share(view, roles))
        : keep(names, [...views.filter(({ name, shared }) => name !== view.name || shared), view]),
    removeView: (view: SavedView): void =>
      view.shared
        ? told(unshare(view, view.shared.id))
        : keep(
            names,
            views.filter((each) => each !== view),
          ),
  }
}
