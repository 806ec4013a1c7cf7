'use client'

import { Link, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { inLanguages } from '@/src/domain/words/words'
import { ask } from '../../request/ask'
import type { FlowNode } from '@/src/questions/control/documentFlow'

import { card, type FlowEdge, keyOf, placeFlow } from './layout'

type Flow = { nodes: FlowNode[]; edges: FlowEdge[] }

const words = inLanguages({
  item: { zh: '品号', en: 'Item' },
  qty: { zh: '数量', en: 'Quantity' },
  amount: { zh: '金额', en: 'Amount' },
  from: { zh: '来源', en: 'From' },
  to: { zh: '去向', en: 'To' },
  lines: { zh: '行', en: 'lines' },
  none: { zh: '此单据之前和之后都还没有单据。', en: 'Nothing came before this document, and nothing after it yet.' },
  failed: { zh: '联查读取失败。', en: 'The chain could not be read.' },
})

const money = (value: number): string => value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** 联查: the chain of the open document as a picture, and under it every hop with its quantity and amount. */
export const FlowTab = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { i18n } = useTranslation()
  const {
    config: {
      routes: { admin },
    },
  } = useConfig()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const say = words[language]
  const [flow, setFlow] = useState<Flow | 'failed' | null>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    const load = async (): Promise<void> => {
      const answer = await ask<Flow>(`/api/trace/${collectionSlug ?? ''}/${id ?? ''}`, { language })
      const told = answer.ok ? answer.body : 'failed'
      if (!gone) setFlow(told)
    }
    void load()
    return () => void (gone = true)
  }, [id, collectionSlug, language])
  if (flow === null) return <p className="flow__told">…</p>
  if (flow === 'failed') return <p className="flow__told">{say.failed}</p>
  const { placed, drawn, width, height } = placeFlow(flow)
  const here = keyOf({ slug: collectionSlug ?? '', id: Number(id) })
  const names = new Map(flow.nodes.map((node) => [keyOf(node), node]))
  const link = (key: string): string => `${admin}/collections/${key}`
  return (
    <div className="flow">
      {drawn.length === 0 && <p className="flow__told">{say.none}</p>}
      <div className="flow__picture">
        <svg width={width} height={height} role="presentation">
          {drawn.map(({ key, from, to, lines, amount }) => {
            const [x1, y1, x2, y2] = [from.x + card.width, from.y + card.height / 2, to.x, to.y + card.height / 2]
            const middle = (x1 + x2) / 2
            const lit = pointed === from.key || pointed === to.key
            return (
              <g key={key} className={lit ? 'is-lit' : undefined}>
                <path d={`M ${x1} ${y1} C ${middle} ${y1}, ${middle} ${y2}, ${x2} ${y2}`} />
                {amount !== 0 && (
                  <text x={middle} y={(y1 + y2) / 2 - 6}>
                    {money(amount)}
                  </text>
                )}
                {lines > 1 && <text x={middle} y={(y1 + y2) / 2 + 12}>{`${lines} ${say.lines}`}</text>}
              </g>
            )
          })}
        </svg>
        {placed.map((node) => (
          <Link
            key={node.key}
            href={link(node.key)}
            className={`flow__card ${node.key === here ? 'is-here' : ''} flow__card--${node.status}`}
            style={{ left: node.x, top: node.y, width: card.width, height: card.height }}
            onMouseEnter={() => setPointed(node.key)}
            onMouseLeave={() => setPointed(null)}
          >
            <small>
              {node.title} · {node.statusLabel}
            </small>
            <strong>{node.no}</strong>
            <small>
              {node.date?.slice(0, 10)}
              <span>{node.amount === null ? '' : money(node.amount)}</span>
            </small>
          </Link>
        ))}
      </div>
      {flow.edges.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{say.from}</th>
              <th>{say.to}</th>
              <th>{say.item}</th>
              <th className="figure">{say.qty}</th>
              <th className="figure">{say.amount}</th>
            </tr>
          </thead>
          <tbody>
            {flow.edges.map((edge, index) => (
              <tr key={index}>
                {[edge.from, edge.to].map((end) => (
                  <td key={keyOf(end)}>
                    <Link href={link(keyOf(end))}>{names.get(keyOf(end))?.no}</Link>
                  </td>
                ))}
                <td>{edge.item}</td>
                <td className="figure">{edge.qty?.toLocaleString('en-US', { maximumFractionDigits: 4 })}</td>
                <td className="figure">{edge.amount === null ? '' : money(edge.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
