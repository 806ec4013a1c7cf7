'use client'

import { ShimmerEffect } from '@payloadcms/ui'
import { type ComponentProps, lazy, Suspense, useEffect, useRef, useState } from 'react'

import type { RichTextEditor } from './RichTextEditor'

// not `next/dynamic`: what that announces ahead of this one names a file the build does not have
const Editor = lazy(async () => ({ default: (await import('./RichTextEditor')).RichTextEditor }))

/** The editor of texts weighs as much as the rest of a page: it is loaded where a text is edited, and when its place comes into sight. */
export const RichTextLoaded = (props: ComponentProps<typeof RichTextEditor>) => {
  const place = useRef<HTMLDivElement>(null)
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true), {
      rootMargin: '200px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const waiting = <ShimmerEffect height="10rem" />
  return (
    <div ref={place} className="rich-text-place">
      {isSeen ? (
        <Suspense fallback={waiting}>
          <Editor {...props} />
        </Suspense>
      ) : (
        waiting
      )}
    </div>
  )
}
