import type { RequestHandler } from 'express'

import { watchStatements } from '@/src/db/watchedStatements'

import { placeOf } from './placeOf'

export type Tracing = { trace: RequestHandler; stop: () => Promise<void> }

/** A statement's text is cut off here; its values are never told. */
const LONGEST = 2000
const notTraced = /^\/(?:_next\/|viewer\/|healthz|readyz|metrics|favicon)/

/** What a statement does, in a word or two: `select`, `insert`, `begin`. */
const operationOf = (text: string): string => /^\s*([a-z]+)/i.exec(text)?.[1]?.toLowerCase() ?? 'statement'

/**
 * Sends spans of requests and of their statements to a collector by OpenTelemetry's protocol. Nothing of it is loaded before it is asked for. Where
 * to, with what and how much of it, is read from the environment by its names there (OTEL_…).
 */
export async function startTracing({ service, version }: { service: string; version: string }): Promise<Tracing> {
  const { context, propagation, SpanKind, SpanStatusCode, trace } = await import('@opentelemetry/api')
  const { BatchSpanProcessor, NodeTracerProvider } = await import('@opentelemetry/sdk-trace-node')
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http')
  const { resourceFromAttributes } = await import('@opentelemetry/resources')
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.version': version }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  })
  provider.register()
  const tracer = provider.getTracer('gendan')
  watchStatements((text) => {
    // a statement of no request is a job's or our own looking around: it has no span to stand in
    if (!trace.getSpan(context.active())) return () => undefined
    const operation = operationOf(text)
    const span = tracer.startSpan(operation, {
      kind: SpanKind.CLIENT,
      attributes: { 'db.system.name': 'postgresql', 'db.operation.name': operation, 'db.query.text': text.trim().slice(0, LONGEST) },
    })
    return (error) => {
      if (error) span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : String(error) })
      span.end()
    }
  })
  return {
    trace: (req, res, next) => {
      if (notTraced.test(req.url)) return next()
      const { route, collection, document, verb } = placeOf(req.url)
      const parent = propagation.extract(context.active(), req.headers)
      const span = tracer.startSpan(
        `${req.method} ${route}`,
        {
          kind: SpanKind.SERVER,
          attributes: {
            'http.request.method': req.method,
            'http.route': route,
            'gendan.request': String(req.headers['x-request-id'] ?? ''),
            ...(collection ? { 'gendan.collection': collection } : {}),
            ...(document ? { 'gendan.document': document } : {}),
            ...(verb ? { 'gendan.verb': verb } : {}),
          },
        },
        parent,
      )
      res.once('close', () => {
        span.setAttribute('http.response.status_code', res.statusCode)
        if (res.statusCode >= 500 || !res.writableFinished) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      })
      context.with(trace.setSpan(parent, span), next)
    },
    stop: async () => {
      watchStatements(null)
      await provider.shutdown()
    },
  }
}
