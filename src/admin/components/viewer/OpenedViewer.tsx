'use client'

import { type ComponentProps, lazy, Suspense, useEffect } from 'react'

import type { FileViewer } from './FileViewer'

const load = async () => ({ default: (await import('./FileViewer')).FileViewer })
const Viewer = lazy(load)

type Looked = ComponentProps<typeof FileViewer>

/** Files looked into, over the page. Where there are none the viewer is not loaded; where there are, it is there before anybody opens one. */
export const OpenedViewer = ({ files, start, onClose }: Omit<Looked, 'start'> & { start: Looked['start'] | null }) => {
  const hasFiles = files.length > 0
  useEffect(() => {
    if (hasFiles) load().catch(() => undefined) // asked for again when one is opened
  }, [hasFiles])
  return start === null ? null : (
    <Suspense fallback={null}>
      <Viewer files={files} start={start} onClose={onClose} />
    </Suspense>
  )
}
