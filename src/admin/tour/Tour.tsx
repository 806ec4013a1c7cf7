'use client'
import { driver } from 'driver.js'
import { useEffect } from 'react'

import { entering, goingOn } from './orderTour'
import { tourWords } from './tourWords'
import 'driver.js/dist/driver.css'
import './tour.css'

/** Walks through the parts of the page that are there, beginning where the page has just been opened. */
export const Tour = ({ part, language, onEnd }: { part: 'entering' | 'goingOn'; language: 'zh' | 'en'; onEnd: () => void }) => {
  useEffect(() => {
    const stops = part === 'entering' ? entering : goingOn
    const walk = driver({
      steps: stops.map(({ at, title, text }) => ({
        ...(at ? { element: at } : {}),
        popover: { title: title[language], description: text[language] },
      })),
      skipMissingElement: true,
      animate: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      showProgress: true,
      progressText: '{{current}} / {{total}}',
      nextBtnText: tourWords.next[language],
      prevBtnText: tourWords.previous[language],
      doneBtnText: tourWords.done[language],
      popoverClass: 'tour',
      onDestroyed: onEnd,
    })
    walk.drive()
    return () => walk.destroy()
  }, [part, language, onEnd])
  return null
}
