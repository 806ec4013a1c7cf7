import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import type AxeCore from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  /** axe-core puts itself on the page as this. */
  var axe: typeof AxeCore
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe-core finds serious or worse on the page as it stands: the rule, and where. Empty is right. The policy of the page lets no
 * script in by a tag; what the browser's own tools evaluate is not under it. `only`: one rule, where the others have been asked already.
 */
export async function seriousFaults(page: Page, within?: string, only?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const violations = await page.evaluate(
    async ([scope, rule]) => {
      const answer = await globalThis.axe.run(scope ?? document, {
        resultTypes: ['violations'],
        ...(rule ? { runOnly: { type: 'rule', values: [rule] } } : {}),
      })
      return answer.violations.map(({ id, impact, nodes }) => ({
        id,
        impact,
        at: nodes
          .slice(0, 5)
          .map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary?.split('\n').at(-1)?.trim() ?? ''}`),
      }))
    },
    [within, only] as const,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, at }) => at.map((place) => `${id}: ${place}`))
}
