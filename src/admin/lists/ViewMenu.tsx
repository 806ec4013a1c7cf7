import { useAuth } from '@payloadcms/ui'
import { useState } from 'react'

import { roleWords } from '@/src/domain/words/peopleWords'
import type { SavedView } from '@/src/questions/lists/sharedViews'

import { Menu } from './Menu'
import type { ListWords } from './words'

/** Views of the list that were given a name. */
export const ViewMenu = ({
  views,
  language,
  say,
  onOpen,
  onSave,
  onRemove,
}: {
  views: readonly SavedView[]
  language: 'zh' | 'en'
  say: ListWords
  onOpen: (view: SavedView) => void
  /** with whom: roles, or nobody */
  onSave: (name: string, roles: readonly string[]) => void
  onRemove: (view: SavedView) => void
}) => {
  const [name, setName] = useState('')
  const own = (useAuth().user as { roles?: string[] } | null | undefined)?.roles ?? []
  const [roles, setRoles] = useState<readonly string[] | null>(null)
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
          if (name.trim() !== '') onSave(name.trim(), roles ?? [])
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
          <input type="checkbox" checked={roles !== null} onChange={({ target }) => setRoles(target.checked ? own : null)} />{' '}
          {say('shareView')}
        </label>
        {roles !== null && (
          <fieldset className="list__roles">
            {Object.entries(roleWords).map(([role, label]) => (
              <label key={role}>
                <input
                  type="checkbox"
                  checked={roles.includes(role)}
                  onChange={({ target }) => setRoles(target.checked ? [...roles, role] : roles.filter((each) => each !== role))}
                />{' '}
                {label[language]}
              </label>
            ))}
          </fieldset>
        )}
        <button type="submit" className="list__button">
          {say('saveView')}
        </button>
      </form>
    </Menu>
  )
}
