import { useState } from 'react'

import type { SavedView } from '@/src/questions/lists/sharedViews'

import { Menu } from './Menu'
import type { ListWords } from './words'

/** Views of the list that were given a name. */
export const ViewMenu = ({
  views,
  say,
  onOpen,
  onSave,
  onRemove,
}: {
  views: readonly SavedView[]
  say: ListWords
  onOpen: (view: SavedView) => void
  onSave: (name: string, isShared: boolean) => void
  onRemove: (view: SavedView) => void
}) => {
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  return (
    <Menu label={say('views')}>
      {views.length === 0 && <p>{say('noViews')}</p>}
      <ul className="list__columns">
        {views.map((view) => (
          <li key={`${view.shared?.id ?? ''}${view.name}`}>
            <button type="button" className="list__view" onClick={() => onOpen(view)}>
              {view.name}
              {view.shared && <small> {say('sharedView')}</small>}
            </button>
            {view.shared?.isMine !== false && (
              <button type="button" aria-label={`${say('removeView')} ${view.name}`} onClick={() => onRemove(view)}>
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') onSave(name.trim(), isShared)
          setName('')
        }}
      >
        <input
          aria-label={say('viewName')}
          placeholder={say('viewName')}
          value={name}
          maxLength={60}
          onChange={({ target }) => setName(target.value)}
        />
        <label>
          <input type="checkbox" checked={isShared} onChange={({ target }) => setShared(target.checked)} /> {say('shareView')}
        </label>
        <button type="submit" className="list__button">
          {say('saveView')}
        </button>
      </form>
    </Menu>
  )
}
