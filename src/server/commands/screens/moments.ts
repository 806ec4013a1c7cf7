import type { Page } from 'playwright-core'

import type { Find, View } from './views'

const clerk = '林晓梅'

const patience = 30_000 // ends what hangs

/** Pressed as a mouse does it, whatever language the button is in. */
const press =
  (place: string, then: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(place).first().click({ timeout: patience })
    await page.locator(then).first().waitFor({ timeout: patience })
  }

const typed =
  (keys: readonly string[], then: string) =>
  async (page: Page): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
    await page.locator(then).first().waitFor({ timeout: patience })
  }

/** A step is refused: somebody else has written to the document since it was opened. */
const refused =
  (url: string, id: number) =>
  async (page: Page): Promise<void> => {
    await page.request.patch(`${url}/api/orders/${id}`, { data: { customerOrderNo: 'PO-7788' }, headers: { Origin: url } })
    await press('.verb-buttons .btn--style-primary', '.verb-refused')(page)
  }

/** What views look like in the middle of work: something open, something refused. */
export async function momentsOf({ url, find }: { url: string; find: Find }): Promise<View[]> {
  const [order] = await find(clerk, '/api/orders?limit=1&depth=0&sort=-id&where[status][equals]=approved&where[kind][equals]=standard')
  const [review] = await find('周建国', '/api/orders?limit=1&depth=0&sort=-id&where[status][equals]=inReview')
  const [draft] = await find(clerk, '/api/orders?limit=1&depth=0&sort=-id&where[status][equals]=draft')
  const orders = '/collections/orders'
  return [
    {
      name: 'list-quick-view',
      person: clerk,
      path: orders,
      open: press('.list__table tbody td:nth-child(3)', '.list__glance[aria-busy=false]'),
    },
    {
      name: 'list-filters',
      person: clerk,
      path: orders,
      open: press('.list__menu:has(.list__filters) > summary', '.list__menu[open] .list__filters'),
    },
    {
      name: 'list-columns',
      person: clerk,
      path: orders,
      open: press('.list__menu:has(.list__columns li input) > summary', '.list__menu[open]'),
    },
    { name: 'search-everywhere', person: clerk, path: '', open: typed(['Control+k', 'G', 'Z', 'K'], '.palette li') },
    { name: 'keys', person: clerk, path: orders, open: typed(['?'], '.keys') },
    { name: 'bell', person: clerk, path: '', open: press('.bell summary', '.bell .list__panel') },
    ...(order
      ? [
          {
            name: 'order-line-unfolded',
            person: clerk,
            path: `${orders}/${order.id}`,
            open: press('.line-grid__unfold', '.line-grid__detail'),
          },
        ]
      : []),
    ...(review ? [{ name: 'review-of-order', person: '周建国', path: `/reviews?order=${review.id}` }] : []),
    ...(draft
      ? [{ name: 'order-refused', person: clerk, path: `${orders}/${draft.id}`, open: refused(url, draft.id), isRefusal: true as const }]
      : []),
  ]
}
