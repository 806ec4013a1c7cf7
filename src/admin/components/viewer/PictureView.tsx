'use client'

import { type PointerEvent, useEffect, useRef } from 'react'

/** What part of a picture is seen: how much larger than fitting, and how far it is moved, in pixels of the screen. */
export type Look = { scale: number; x: number; y: number }

export const whole: Look = { scale: 1, x: 0, y: 0 }

const within = (scale: number): number => Math.min(16, Math.max(1, scale))

/** Zoomed about a point of the frame, which stays where it is; whole again at scale 1. */
export function zoomed(look: Look, factor: number, about: { x: number; y: number } = { x: 0, y: 0 }): Look {
  const scale = within(look.scale * factor)
  if (scale === 1) return whole
  const by = scale / look.scale
  return { scale, x: about.x - (about.x - look.x) * by, y: about.y - (about.y - look.y) * by }
}

/** One picture, zoomed by wheel or double click and moved by dragging. Two that share a look are compared point by point. */
export const PictureView = ({
  src,
  alt,
  look,
  onLook,
}: {
  src: string
  alt: string
  look: Look
  onLook: (change: (look: Look) => Look) => void
}) => {
  const frame = useRef<HTMLDivElement>(null)
  const from = useRef<{ x: number; y: number } | null>(null)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    // React listens passively to the wheel, and the page behind would scroll
    const turn = (event: WheelEvent): void => {
      event.preventDefault()
      const box = element.getBoundingClientRect()
      const about = { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 }
      onLook((current) => zoomed(current, event.deltaY < 0 ? 1.25 : 0.8, about))
    }
    element.addEventListener('wheel', turn, { passive: false })
    return () => element.removeEventListener('wheel', turn)
  }, [onLook])
  const drag = (event: PointerEvent): void => {
    if (!from.current || look.scale === 1) return
    const [x, y] = [event.clientX - from.current.x, event.clientY - from.current.y]
    from.current = { x: event.clientX, y: event.clientY }
    onLook((current) => ({ ...current, x: current.x + x, y: current.y + y }))
  }
  return (
    <div
      ref={frame}
      className="picture-view"
      onPointerDown={(event) => {
        from.current = { x: event.clientX, y: event.clientY }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={drag}
      onPointerUp={() => (from.current = null)}
      onDoubleClick={() => onLook((current) => (current.scale === 1 ? zoomed(current, 2.5) : whole))}
    >
      <img src={src} alt={alt} draggable={false} style={{ transform: `translate(${look.x}px, ${look.y}px) scale(${look.scale})` }} />
    </div>
  )
}
