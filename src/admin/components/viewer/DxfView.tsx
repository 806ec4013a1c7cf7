'use client'

import type { DxfViewer as Viewer, LayerInfo } from 'dxf-viewer'
import { useEffect, useRef, useState } from 'react'

import { encodingOfDxf } from './attachedFile'
import { hasGraphics } from './hasGraphics'
import { useBytes } from './useBytes'
import type { Say } from './words'

type Layer = Pick<LayerInfo, 'name' | 'displayName' | 'color'>
type State = 'loading' | 'shown' | 'empty' | 'failed' | 'noGraphics'

const hex = (color: number): string => `#${(color === 0xffffff ? 0 : color).toString(16).padStart(6, '0')}`

/** A DXF drawn on white paper: wheel zooms, dragging moves, layers are switched at the side. */
export const DxfView = ({ url, say }: { url: string; say: Say }) => {
  const { bytes, gone } = useBytes(url)
  const paper = useRef<HTMLDivElement>(null)
  const viewer = useRef<Viewer | null>(null)
  const [state, setState] = useState<State>('loading')
  const [layers, setLayers] = useState<Layer[]>([])
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const fit = (): void => {
    const bounds = viewer.current?.GetBounds()
    const origin = viewer.current?.GetOrigin()
    if (bounds && origin)
      viewer.current?.FitView(bounds.minX - origin.x, bounds.maxX - origin.x, bounds.minY - origin.y, bounds.maxY - origin.y)
  }
  useEffect(() => {
    const element = paper.current
    if (!bytes || !element) return
    if (!hasGraphics()) return setState('noGraphics')
    let left = false
    let address = ''
    const open = async (): Promise<void> => {
      const [{ DxfViewer }, { Color }] = await Promise.all([import('dxf-viewer'), import('three')])
      if (left) return
      const shown = new DxfViewer(element, {
        autoResize: true,
        clearColor: new Color('#ffffff'),
        colorCorrection: true,
        fileEncoding: encodingOfDxf(bytes),
      })
      viewer.current = shown
      address = URL.createObjectURL(new Blob([bytes]))
      await shown.Load({
        url: address,
        fonts: ['/viewer/sans.ttf'],
        workerFactory: () => new Worker(new URL('./dxfWorker.ts', import.meta.url), { type: 'module' }),
      })
      if (left) return
      setLayers([...shown.GetLayers(true)])
      setState(shown.GetBounds() ? 'shown' : 'empty')
    }
    open().catch(() => !left && setState('failed'))
    return () => {
      left = true
      viewer.current?.GetRenderer()?.forceContextLoss() // browsers allow few contexts and take them from the oldest
      viewer.current?.Destroy()
      viewer.current = null
      if (address) URL.revokeObjectURL(address)
    }
  }, [bytes])
  const toggle = ({ name }: Layer): void => {
    const next = new Set(hidden)
    if (!next.delete(name)) next.add(name)
    viewer.current?.ShowLayer(name, !next.has(name))
    setHidden(next)
  }
  if (gone) return <p role="alert">{say('gone')}</p>
  return (
    <div className="dxf-view">
      <div ref={paper} className="dxf-view__paper" data-state={state} />
      {state === 'loading' && <p>{say('loading')}</p>}
      {(state === 'failed' || state === 'empty' || state === 'noGraphics') && <p role="alert">{say(state)}</p>}
      {state === 'shown' && (
        <aside>
          <button type="button" onClick={fit}>
            {say('fit')}
          </button>
          {layers.length > 1 && (
            <fieldset>
              <legend>{say('layers')}</legend>
              {layers.map((layer) => (
                <label key={layer.name}>
                  <input type="checkbox" checked={!hidden.has(layer.name)} onChange={() => toggle(layer)} />
                  <i style={{ background: hex(layer.color) }} />
                  {layer.displayName}
                </label>
              ))}
            </fieldset>
          )}
        </aside>
      )}
    </div>
  )
}
