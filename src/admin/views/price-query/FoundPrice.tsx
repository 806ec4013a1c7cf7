'use client'

import { Banner, Link } from '@payloadcms/ui'

import type { Finding } from '@/src/domain/kernel/decision'
import type { PriceCandidate, TraceStep } from '@/src/domain/pricing/priceFacts'
import { lossInWords, ruleInWords, stepInWords } from '@/src/domain/pricing/traceWords'

import { unitPrice, wordsIn } from './words'

export type Resolved = {
  price: number | null
  listPrice: number | null
  trace: TraceStep[]
  candidates: PriceCandidate[]
  /** absent without the right to it */
  minPrice?: number | null
  findings?: Finding[]
}

/** The price with its trace in words, and every candidate with the reason it lost. */
export const FoundPrice = ({ line, language, admin }: { line: Resolved; language: 'zh' | 'en'; admin: string }) => {
  const say = wordsIn(language)
  const figure = (value: number | null): string => (value === null ? say.none : unitPrice(value))
  return (
    <>
      <dl className="price-query__figures">
        <div className="is-main">
          <dt>{say.price}</dt>
          <dd>{line.price === null ? say.unknown : unitPrice(line.price)}</dd>
        </div>
        <div>
          <dt>{say.list}</dt>
          <dd>{figure(line.listPrice)}</dd>
        </div>
        {line.minPrice !== undefined && (
          <div>
            <dt>{say.minimum}</dt>
            <dd>{figure(line.minPrice)}</dd>
          </div>
        )}
      </dl>
      {line.findings?.map((finding) => (
        <Banner key={finding.code} type="error">
          {finding.message}
        </Banner>
      ))}
      <section>
        <h2>{say.steps}</h2>
        <ol className="price-query__steps">
          {line.trace.map((step, index) => (
            <li
              key={index}
              className={step.rule === 'final' ? 'is-final' : step['skipped'] || step.rule === 'lost' ? 'is-lost' : undefined}
            >
              {stepInWords(step, language)}
            </li>
          ))}
        </ol>
      </section>
      {line.candidates.length > 0 && (
        <section>
          <h2>{say.candidates}</h2>
          <div className="table report__table">
            <table>
              <thead>
                <tr>
                  <th>{say.rule}</th>
                  <th>{say.row}</th>
                  <th className="report__figure">{say.from}</th>
                  <th>{say.since}</th>
                  <th className="report__figure">{say.price}</th>
                  <th>{say.result}</th>
                </tr>
              </thead>
              <tbody>
                {line.candidates.map((candidate, index) => (
                  <tr key={index} className={candidate.won ? 'is-won' : undefined}>
                    <td>{ruleInWords(candidate.rule, language)}</td>
                    <td>
                      {candidate.policy !== undefined && (
                        <Link href={`${admin}/collections/price-policies/${candidate.policy}`}>{String(candidate.policy)}</Link>
                      )}
                    </td>
                    <td className="report__figure">{candidate.minQty ? candidate.minQty : ''}</td>
                    <td>{candidate.validFrom ?? ''}</td>
                    <td className="report__figure">{unitPrice(Number(candidate.price))}</td>
                    <td>{candidate.won ? say.won : lossInWords(candidate.lost ?? '', language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </>
  )
}
