'use client'

import { useEffect } from 'react'

import { doEarlyWhenOpen, type Early } from './doEarly'

declare global {
  /** What was pressed and typed before the page was alive (`EarlyNoted`). */
  var gendanEarly: Early | undefined
}

/** React listens from here on: it stands around the page, and is alive before it. */
export const useHeard = (): void =>
  useEffect(() => {
    if (globalThis.gendanEarly) globalThis.gendanEarly.isHeard = true
  }, [])

/** Stands behind the page, and is alive when everything before it is: what was pressed and typed too early is done now. */
export const EarlyDone = () => {
  useEffect(() => {
    const early = globalThis.gendanEarly
    if (!early || early.isAlive) return
    early.isAlive = true
    // what is shut until the page is alive opens with the next drawing
    const timer = requestAnimationFrame(() => requestAnimationFrame(() => doEarlyWhenOpen(early)))
    return () => cancelAnimationFrame(timer)
  }, [])
  return null
}
