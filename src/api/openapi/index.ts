import type { Endpoint, SanitizedConfig } from 'payload'

import { requireUser } from '../whoAsks'
import { describeApi } from './describeApi'

const told = new WeakMap<SanitizedConfig, ReturnType<typeof describeApi>>()

/** Described once: the configuration does not change while the process lives. */
function apiOf(config: SanitizedConfig): ReturnType<typeof describeApi> {
  const known = told.get(config) ?? describeApi(config)
  told.set(config, known)
  return known
}

const escaped = (text: unknown): string =>
  String(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const style =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}summary{cursor:pointer}code,pre{font:13px ui-monospace,monospace}pre{overflow:auto;padding:.5rem;border:1px solid #8886}b{display:inline-block;min-width:4.5rem}h2{margin-top:2rem}'

/** The document to be read by people: plain HTML without a script. */
function pageOf({ paths, components }: ReturnType<typeof describeApi>): string {
  const groups = new Map<string, string[]>()
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      const { tags, summary, parameters, requestBody, responses } = operation
      const tag = String((tags as string[] | undefined)?.[0])
      const detail = JSON.stringify({ parameters, requestBody, responses }, null, 2)
      const entry = `<details><summary><b>${escaped(method.toUpperCase())}</b> <code>${escaped(path)}</code> ${escaped(summary)}</summary><pre>${escaped(detail)}</pre></details>`
      groups.set(tag, [...(groups.get(tag) ?? []), entry])
    }
  const sections = [...groups].map(([tag, entries]) => {
    const fields = components.schemas[tag]
    const shape = fields ? `<details><summary>fields</summary><pre>${escaped(JSON.stringify(fields, null, 2))}</pre></details>` : ''
    return `<section><h2>${escaped(tag)}</h2>${shape}${entries.join('')}</section>`
  })
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gendan API</title><style>${style}</style></head><body><h1>Gendan API</h1><p><a href="openapi.json">openapi.json</a></p>${sections.join('')}</body></html>`
}

/** `GET /api/openapi.json`, and `GET /api/docs` to read it: for people of the house. */
export const openApi: Endpoint[] = [
  {
    path: '/openapi.json',
    method: 'get',
    handler: (req) => {
      requireUser(req)
      return Response.json(apiOf(req.payload.config))
    },
  },
  {
    path: '/docs',
    method: 'get',
    handler: (req) => {
      requireUser(req)
      return new Response(pageOf(apiOf(req.payload.config)), { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
    },
  },
]
