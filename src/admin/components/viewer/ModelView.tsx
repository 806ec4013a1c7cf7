'use client'

import { useEffect, useRef, useState } from 'react'

import { extensionOf } from './attachedFile'
import { hasGraphics } from './hasGraphics'
import type { ModelScene, Side } from './modelScene'
import { readModel } from './readModel'
import { useBytes } from './useBytes'
import type { Say } from './words'

type State = 'reading' | 'shown' | 'empty' | 'failed' | 'noGraphics'

const sides: readonly Side[] = ['corner', 'front', 'top', 'right']

const figure = (length: number): string => length.toLocaleString('en', { maximumFractionDigits: length < 10 ? 2 : 1 })

/** STEP, IGES and STL as a solid that can be turned; with its outer size, which CAD people check first. */
export const ModelView = ({ url, filename, say }: { url: string; filename: string; say: Say }) => {
  const { bytes, gone } = useBytes(url)
  const stage = useRef<HTMLDivElement>(null)
  const scene = useRef<ModelScene | null>(null)
  const [state, setState] = useState<State>('reading')
  const [edges, setEdges] = useState(true)
  const extension = extensionOf(filename)
  useEffect(() => {
    const element = stage.current
    if (!bytes || !element) return
    if (!hasGraphics()) return setState('noGraphics')
    const left = new AbortController()
    const open = async (): Promise<void> => {
      const [meshes, { showModel }] = await Promise.all([readModel(bytes, extension, left.signal), import('./modelScene')])
      if (left.signal.aborted) return
      if (meshes.length === 0) return setState('empty')
      scene.current = showModel(element, meshes)
      setState('shown')
    }
    open().catch(() => !left.signal.aborted && setState('failed'))
    return () => {
      left.abort()
      scene.current?.close()
      scene.current = null
    }
  }, [bytes, extension])
  if (gone) return <p role="alert">{say('gone')}</p>
  const size = scene.current?.size
  return (
    <div className="model-view">
      <div ref={stage} className="model-view__stage" data-state={state} />
      {state === 'reading' && <p>{say('reading')}</p>}
      {(state === 'failed' || state === 'empty' || state === 'noGraphics') && <p role="alert">{say(state)}</p>}
      {state === 'shown' && size && (
        <aside>
          {sides.map((side) => (
            <button key={side} type="button" onClick={() => scene.current?.look(side)}>
              {say(side)}
            </button>
          ))}
          <label>
            <input
              type="checkbox"
              checked={edges}
              onChange={({ target }) => {
                scene.current?.showEdges(target.checked)
                setEdges(target.checked)
              }}
            />
            {say('edges')}
          </label>
          <small>
            {say('size')} {figure(size.x)} × {figure(size.y)} × {figure(size.z)}
            {extension === 'stl' ? '' : ' mm'}
          </small>
        </aside>
      )}
    </div>
  )
}
