import { choicesOf } from '@/src/domain/quotes/chosenBreak'
import type { Wish, WishProblem } from '@/src/domain/quotes/judgeWish'
import { unitIn } from '@/src/domain/words/nameIn'
import { pageWords, problemText } from '@/src/domain/words/pageWords'
import type { Language } from '@/src/domain/words/words'
import type { CustomersLine, CustomersQuote } from '@/src/usecases/quotes/offeredQuote'

import { html, Html } from './html'
import { amount, plain, quantity, unitPrice } from './shown'

export type Totals = { netTotal: number; taxTotal: number; grossTotal: number }

type Offer = {
  quote: CustomersQuote
  language: Language
  address: string
  today: string
  /** The house's terms, as HTML of ours. */
  terms: string
  /** What was sent and is shown again: with what was wrong with it, or with what it comes to. */
  sent?: { wish: Wish; problems: readonly WishProblem[]; preview: Totals | null }
}

type Say = (name: keyof typeof pageWords) => string
const typed = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

const facts = (quote: CustomersQuote, language: Language, say: Say): Html =>
  html`<dl class="facts">
    ${[
      [say('date'), quote.date],
      [say('validUntil'), quote.validUntil],
      ...(quote.terms ? [[say('terms'), quote.terms[language]] as const] : []),
    ].map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`

export const totalsOf = (currency: string, { netTotal, taxTotal, grossTotal }: Totals, say: Say): Html =>
  html`<dl class="totals">
    ${
      taxTotal !== 0 &&
      html`<div>
          <dt>${say('net')}</dt>
          <dd>${amount(netTotal)}</dd>
        </div>
        <div>
          <dt>${say('tax')}</dt>
          <dd>${amount(taxTotal)}</dd>
        </div>`
    }
    <div class="all">
      <dt>${say('gross')}</dt>
      <dd>${currency} ${amount(grossTotal)}</dd>
    </div>
  </dl>`

const beside = (label: string, value: string): Html =>
  html`<dl class="totals">
    <div>
      <dt>${label}</dt>
      <dd>${value}</dd>
    </div>
  </dl>`

/** One line: what it is, what it costs, and how much of it one takes. */
function lineOf({ line, offer, say }: { line: CustomersLine; offer: Offer; say: Say }): Html {
  const { language, address, today, quote, sent } = offer
  const before = sent?.wish.lines.find(({ quoteLine }) => quoteLine === line.id)
  const isTaken = sent ? before !== undefined : line.open > 0 && line.qty > 0
  const problems = (sent?.problems ?? []).filter((problem) => problem.line === line.id)
  const fault = (field: WishProblem['field']): Html | false => {
    const found = problems.filter((problem) => problem.field === field)
    return found.length > 0 && html`<p class="fault">${found.map((problem) => problemText(problem, language)).join('; ')}</p>`
  }
  const isWrong = (field: WishProblem['field']): string => String(problems.some((problem) => problem.field === field))
  const start = line.qty > 0 ? plain(Math.min(line.qty, line.open)) : ''
  const qty = before ? typed(before.qty) : start
  const offers = line.breaks.length > 0 ? choicesOf(line).filter((one) => Number(one.qty) > 0 && Number(one.qty) <= line.open) : []
  const isOffered = offers.some((one) => plain(Number(one.qty)) === qty)
  const money = (price: number): string => `${quote.currency} ${unitPrice(price)} / ${unitIn(line.unit, language)}`
  return html`<fieldset class="line">
    <legend>${line.name[language]}<small>${[line.code, line.specification].filter(Boolean).join(' · ')}</small></legend>
    <div class="what">
      ${line.picture !== null && html`<img src="${address}/pictures/${line.id}" width="96" height="96" loading="lazy" alt="${line.name[language]}" />`}
      <div class="sum">
        ${line.qty > 0 && html`<p>${say('offered')}: ${quantity(line.qty)} ${unitIn(line.unit, language)}${line.open !== line.qty && line.breaks.length === 0 && html` · ${say('open')}: ${quantity(line.open)}`}</p>`}
        <p>
          ${line.free ? say('free') : html`${say('price')}: ${money(line.price)}${line.discountRate > 0 && html` · ${say('discount')} ${quantity(line.discountRate)} %`}`}
        </p>
        ${line.qty > 0 && !line.free && html`<p>${say('gross')}: ${amount(line.gross)}</p>`}
      </div>
    </div>
    ${
      line.open > 0 &&
      html`<label class="pick"><input type="checkbox" name="take" value="${line.id}" ${isTaken && html` checked`} /> ${say('take')}</label>
        ${offers.length > 0 && offers.map((one) => html`<label class="pick"><input type="radio" name="pick.${line.id}" value="${plain(Number(one.qty))}" ${plain(Number(one.qty)) === qty && html` checked`} /> ${quantity(Number(one.qty))} ${unitIn(line.unit, language)} · ${money(Number(one.price))}</label>`)}
        ${offers.length > 0 && html`<label class="pick"><input type="radio" name="pick.${line.id}" value="other" ${!isOffered && html` checked`} /> ${say('otherQty')}</label>`}
        <div class="two">
          <div>
            <label for="qty.${line.id}">${offers.length > 0 ? say('otherQty') : say('qty')}</label
            ><input
              id="qty.${line.id}"
              name="qty.${line.id}"
              type="number"
              inputmode="decimal"
              min="0"
              step="any"
              ${line.qty > 0 && html` max="${plain(line.open)}"`}
              value="${offers.length > 0 && isOffered ? '' : qty}"
              aria-invalid="${isWrong('qty')}"
            />${fault('qty')}
          </div>
          <div>
            <label for="date.${line.id}">${say('wished')}</label
            ><input
              id="date.${line.id}"
              name="date.${line.id}"
              type="date"
              min="${today}"
              value="${typed(before?.date)}"
              aria-invalid="${isWrong('date')}"
            />${fault('date')}
          </div>
        </div>`
    }
  </fieldset>`
}

/** The quote with the form that orders it. It works without a script: what is wrong, and what it comes to, the server says. */
export function offerOf(offer: Offer): Html {
  const { quote, language, address, terms, sent } = offer
  const say: Say = (name) => pageWords[name][language]
  const problems = sent?.problems ?? []
  const field = (name: 'name' | 'email', type: string, complete: string): Html => {
    const found = problems.filter((problem) => problem.field === name)
    return html`<label for="${name}">${say(name)}</label
      ><input
        id="${name}"
        name="${name}"
        type="${type}"
        autocomplete="${complete}"
        required
        value="${typed(sent?.wish[name])}"
        aria-invalid="${String(found.length > 0)}"
      />${found.map((problem) => html`<p class="fault">${problemText(problem, language)}</p>`)}`
  }
  return html`<h1>${say('title')} ${quote.no}</h1>
    <p class="soft">${quote.customer}</p>
    ${facts(quote, language, say)}
    ${
      problems.length > 0 &&
      html`<div class="wrong" role="alert">
        <p>${say('wrong')}</p>
        <ul>
          ${problems.map((problem) => html`<li>${nameOf(quote, problem.line, language)}${problemText(problem, language)}</li>`)}
        </ul>
      </div>`
    }
    ${
      sent?.preview &&
      html`<div class="worked" role="status">
        <h2>${say('previewed')}</h2>
        ${totalsOf(quote.currency, sent.preview, say)}
        <p><a href="#yours">${say('yours')}</a></p>
      </div>`
    }
    <form method="post" action="${address}">
      <input type="hidden" name="language" value="${language}" />
      ${quote.lines.map((line) => lineOf({ line, offer, say }))}
      <h2>${say('quoted')}</h2>
      <p class="soft">${quote.taxMode === 'exclusive' ? say('exclusive') : say('inclusive')}</p>
      ${quote.headerDiscount > 0 && beside(say('headerDiscount'), `−${amount(quote.headerDiscount)}`)}
      ${quote.freight > 0 && beside(say('freight'), amount(quote.freight))} ${totalsOf(quote.currency, quote, say)}
      <h2 id="yours">${say('yours')}</h2>
      ${field('name', 'text', 'name')}${field('email', 'email', 'email')} <label for="remark">${say('remark')}</label
      ><textarea id="remark" name="remark" rows="3" maxlength="2000">${typed(sent?.wish.remark)}</textarea>
      <div class="acts">
        <button class="main" name="confirm" value="1">${say('confirm')}</button
        ><button name="preview" value="1" formnovalidate>${say('preview')}</button>
      </div>
      <p class="soft">${say('hint')}</p>
    </form>
    ${
      terms !== '' &&
      html`<section class="terms">
        <h2>${say('conditions')}</h2>
        ${new Html(terms)}
      </section>`
    }`
}

const nameOf = (quote: CustomersQuote, line: string | undefined, language: Language): string => {
  const found = quote.lines.find(({ id }) => id === line)
  return found ? `${found.name[language]} · ` : ''
}
