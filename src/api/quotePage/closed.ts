import type { ListedLine } from '@/src/domain/quotes/listedDifferences'
import { nameIn, unitIn } from '@/src/domain/words/nameIn'
import { closedWords, pageWords } from '@/src/domain/words/pageWords'
import type { Language } from '@/src/domain/words/words'
import type { CustomersQuote } from '@/src/usecases/quotes/offeredQuote'
import type { OrderList } from '@/src/usecases/quotes/confirmByCustomer'

import { type Html, html } from './html'
import { totalsOf } from './offer'
import { amount, quantity, unitPrice } from './shown'

/** An offer that is over, said in words, with the number its holder knows anyway. */
export function closedOf(state: keyof typeof closedWords, quote: CustomersQuote | null, language: Language): { title: string; body: Html } {
  const filled = (text: string): string =>
    text
      .replace('{no}', quote?.no ?? '')
      .replace('{validUntil}', quote?.validUntil ?? '')
      .replace('{replacedBy}', quote?.replacedBy ?? '')
  const title = filled(closedWords[state].title[language])
  return {
    title,
    body: html`<h1>${title}</h1>
      <p>${filled(closedWords[state].text[language])}</p>`,
  }
}

/** What was ordered, as it was sent. */
export function listedOf({
  list,
  orderNo,
  language,
  address,
}: {
  list: OrderList
  orderNo: string
  language: Language
  address: string
}): Html {
  const say = (name: keyof typeof pageWords): string => pageWords[name][language]
  const lines = list.lines as ListedLine[]
  const totals = { netTotal: list.netTotal ?? 0, taxTotal: list.taxTotal ?? 0, grossTotal: list.grossTotal ?? 0 }
  return html`<h1>${say('received')}</h1>
    <p>${say('receivedMore').replace('{email}', list.email)}</p>
    <dl class="facts">
      <div>
        <dt>${say('listNo')}</dt>
        <dd>${list.no}</dd>
      </div>
      <div>
        <dt>${say('orderNo')}</dt>
        <dd>${orderNo}</dd>
      </div>
      <div>
        <dt>${say('name')}</dt>
        <dd>${list.name}</dd>
      </div>
    </dl>
    ${lines.map(
      (line) =>
        html`<div class="line">
          <strong>${nameIn(line, language)}</strong>
          <span class="soft">${[line.code, line.specification].filter(Boolean).join(' · ')}</span>
          <p class="sum">
            ${line.qty === null ? say('left') : html`${quantity(line.qty)} ${unitIn(line.unit, language)} × ${unitPrice(line.price ?? 0)} = ${amount(line.gross ?? 0)}${line.date && html` · ${say('wished')}: ${line.date}`}`}
          </p>
        </div>`,
    )}
    ${totalsOf(list.currency ?? '', totals, say)}${list.remark && html`<p>${list.remark}</p>`}
    <div class="acts"><a class="button main" href="${address}/pdf?language=${language}">${say('download')}</a></div>`
}
