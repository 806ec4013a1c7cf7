import type { Page, Request } from 'playwright-core'

import { seriousFaults } from './accessible'

export const languages = ['zh', 'en'] as const
export const themes = ['light', 'dark'] as const
export const widths = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
/** Those it is looked at in; a picture of the one between would show nothing new. */
const lookedAt = { ...widths, laptop: { width: 1280, height: 800 } } as const

export type Shot = { language: (typeof languages)[number]; theme: (typeof themes)[number]; width: keyof typeof widths; picture: Buffer }

const patience = 120_000 // ends what hangs

/** Returns when the page asks nothing of the server any more: every answer has come, and nothing was asked because of it. */
export function quietOf(page: Page): () => Promise<void> {
  const open = new Set<Request>()
  const counts = (request: Request): boolean => ['fetch', 'xhr', 'script', 'image'].includes(request.resourceType())
  page.on('request', (request) => void (counts(request) && open.add(request)))
  page.on('requestfinished', (request) => void open.delete(request))
  page.on('requestfailed', (request) => void open.delete(request))
  page.on('framenavigated', (frame) => void (frame === page.mainFrame() && open.clear()))
  return async () => {
    for (let calm = 0, tries = 0; calm < 4 && tries < 200; tries += 1) {
      calm = open.size === 0 ? calm + 1 : 0
      await page.waitForTimeout(75)
    }
  }
}

/** Opens a view until it is alive and has everything it shows. */
export async function openView({ page, address, quiet }: { page: Page; address: string; quiet: () => Promise<void> }): Promise<void> {
  await page.goto(address, { timeout: patience })
  await page.locator('.nav--nav-hydrated, .login-page, .template-minimal, main').first().waitFor({ state: 'attached', timeout: patience })
  if (await page.locator('.nav').count()) await page.locator('.nav--nav-hydrated').waitFor({ state: 'attached', timeout: patience })
  await quiet()
}

/** Only what style sheets say changes. */
export async function inTheme(page: Page, theme: Shot['theme']): Promise<void> {
  await page.evaluate((chosen) => document.documentElement.setAttribute('data-theme', chosen), theme)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  // a colour on its way from one theme to the other is that of neither
  await page.evaluate(() => document.getAnimations().forEach((each) => each instanceof CSSTransition && each.finish()))
}

/** The view as it stands, light and dark, wide and as wide as a phone. The page stays as it is. */
export async function shotsOf({ page, language }: { page: Page; language: Shot['language'] }): Promise<Shot[]> {
  const shots: Shot[] = []
  for (const [width, size] of Object.entries(widths) as Array<[Shot['width'], (typeof widths)[Shot['width']]]>) {
    await page.setViewportSize(size)
    for (const theme of themes) {
      await inTheme(page, theme)
      shots.push({ language, theme, width, picture: await page.screenshot({ animations: 'disabled' }) })
    }
  }
  await page.setViewportSize(widths.wide)
  return shots
}

/**
 * What is wrong with the view as it stands: in every width what reaches beyond the edge and what is too small to be read; wide, a list or a
 * document with room for too few rows; on a laptop and a phone what is not for everybody, light, and of that what colours decide, dark.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const [width, size] of Object.entries(lookedAt)) {
    await page.setViewportSize(size)
    for (const part of await beyondEdge(page)) faults.push(`(${width}) reaches beyond the edge: ${part}`)
    for (const part of await tooSmall(page)) faults.push(`(${width}) is too small to be read: ${part}`)
    if (width === 'wide') {
      faults.push(...(await tooFewRows(page)))
      continue // the same parts as on a laptop, further apart
    }
    for (const theme of themes) {
      await inTheme(page, theme)
      const found = await seriousFaults(page, undefined, theme === 'dark' ? 'color-contrast' : undefined)
      for (const fault of found) faults.push(`(${width}, ${theme}) is not for everybody: ${fault}`)
    }
  }
  await page.setViewportSize(widths.wide)
  return faults
}

/** What reaches beyond the right edge of the page without a place of its own to be moved in. */
export const beyondEdge = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.template-default__wrap *')]
      .filter((element) => {
        if (element.getBoundingClientRect().right <= window.innerWidth + 1) return false
        for (let above = element.parentElement; above; above = above.parentElement)
          if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(above).overflowX)) return false
        return true
      })
      .map(({ tagName, className }) => `${tagName} ${String(className)}`),
  )

/** Words whose place is lower than they are: squeezed, or cut off. What is kept for readers of screens only is a point wide. */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.template-default__wrap :is(label, legend, span, b, small, a, button, th, td, p, dt, dd)')]
      .filter((element) => {
        if (element.children.length > 0 || element.textContent.trim() === '' || !element.checkVisibility()) return false
        const { width, height } = element.getBoundingClientRect()
        return width > 2 && height > 0 && height < 10
      })
      .map(({ tagName, className, textContent }) => `${tagName} ${String(className)} “${textContent.trim().slice(0, 30)}”`),
  )

/** Rows a list and the lines of a document have room for on a wide screen as it opens, at least: between the head of their table and what stands beneath. */
const rowsWanted = [
  { rows: 25, table: '.list__table', head: '.list__table thead', foot: '.list__foot' },
  { rows: 18, table: '.line-grid:not(.line-grid--small)', head: '.line-grid thead', foot: '.line-grid__foot' },
] as const

const tooFewRows = (page: Page): Promise<string[]> =>
  page.evaluate(
    (wanted) =>
      wanted.flatMap(({ rows, table, head, foot }) => {
        const [top, bottom, row] = [head, foot, `${table} tbody tr`].map((of) => document.querySelector(of)?.getBoundingClientRect())
        if (!top || !row || row.height === 0) return []
        const room = Math.floor((window.innerHeight - (bottom?.height ?? 0) - top.bottom) / row.height)
        return room < rows ? [`has room for ${room} rows, ${rows} are wanted`] : []
      }),
    rowsWanted,
  )
