'use client'

import { use } from 'react'

import * as ofForms from '../fields/opened'
import * as ofViews from '../views/opened'
import { ofPlatform } from './ofPlatform'
import { allThere, isServer } from './partsOfPage'

/** All that may be loaded later is known by its name before a page comes alive. */
const known: readonly object[] = [ofForms, ofViews, ...ofPlatform]

/** A place the server is still drawing, or whose content has come and is not shown yet: React draws it anew when anything changes around it. */
const isAwaited = ({ previousSibling }: Element): boolean =>
  previousSibling instanceof Comment && ['$?', '$~'].includes(previousSibling.data)

const isShown = (): boolean => ![...document.querySelectorAll('template[id^="B:"]')].some(isAwaited)

/** All of the page stands in its place. */
async function pageShown(): Promise<void> {
  if (document.readyState === 'loading') await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }))
  if (isShown()) return
  await new Promise<void>((done) => {
    const watch = new MutationObserver(() => {
      if (!isShown()) return
      watch.disconnect()
      done()
    })
    watch.observe(document, { childList: true, subtree: true })
  })
}

/** The page stands there, and every part it was drawn with is there as well. */
async function partsOfPage(): Promise<void> {
  await pageShown()
  if (known.length === 0) return
  await allThere([...document.querySelectorAll<HTMLMetaElement>('meta[name=part]')].map(({ content }) => content))
}

let there: Promise<void> | null = null

/**
 * The first page of a visit comes alive at once, when all its parts are there: were some of it alive before, it would tell the others what has
 * changed, and React would draw anew, and empty, what somebody may have typed in already.
 */
export const PartsThere = () => {
  if (!isServer) use((there ??= partsOfPage()))
  return null
}
