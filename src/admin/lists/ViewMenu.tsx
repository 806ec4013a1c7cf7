import { useState } from 'react'

import type { SavedView } from '@/src/questions/lists/describeList'

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
  onSave: (name: string) => void
  onRemove: (name: string) => void
}) => {
  const [name, setName] = useState('')
  return (
    <Menu label={say('views')}>
      {views.length === 0 && <p>{say('noViews')}</p>}
      <ul className="list__columns">
        {views.map((view) => (
          <li key={view.name}>
            <button type="button" className="list__view" onClick={() => onOpen(view)}>
              {view.name}
            </button>
            <button type="button" aria-label={`${say('removeView')} ${view.name}`} onClick={() => onRemove(view.name)}>
              ×
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') onSave(name.trim())
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
        <button type="submit" className="list__button">
          {say('saveView')}
        </button>
      </form>
    </Menu>
  )
}
