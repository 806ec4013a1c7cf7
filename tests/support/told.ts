import type { Finding } from '@/src/domain/kernel/decision'
import type { CollectionSlug, Stored } from '@/src/engine/documents/stored'

/** Rows a story has entered itself: it knows that they are there, and finds the one it looks for. */
export type Rows<Row> = {
  find: (wanted: (row: Row, index: number) => unknown) => Row
  at: (index: number) => Row
  filter: (wanted: (row: Row, index: number) => unknown) => Rows<Row>
  map: <To>(of: (row: Row, index: number, all: Row[]) => To) => Rows<To>
} & Row[] & { 0: Row; 1: Row; 2: Row; 3: Row; 4: Row; 5: Row; 6: Row; 7: Row }

export type Sure<Value> = unknown extends Value
  ? Value
  : Value extends ReadonlyArray<infer Row>
    ? Rows<Sure<NonNullable<Row>>>
    : Value extends object
      ? { [Field in keyof Value]-?: Sure<NonNullable<Value[Field]>> }
      : Value

/** A finding as it is answered: with its sentence. */
export type ToldFinding = Finding & { message: string }

/** A row of such a record. */
export type AnyRow = { id: string; qty: number; price: number } & Record<string, unknown>

/** A record of a kind that is known only when the story runs. */
export type AnyRecord = { id: number; no: string; status: string; version: number; lines: Rows<AnyRow> } & Record<string, unknown>

/** A record as a story reads it: relations are ids, and what the story entered is there. */
export type Told<Slug extends string> = Slug extends CollectionSlug
  ? Sure<Omit<Stored<Slug>, 'checks'>> & ('checks' extends keyof Stored<Slug> ? { checks: Rows<ToldFinding> } : unknown)
  : AnyRecord

/** The kind of document a verb brings forth. */
type BornOf = {
  'create-delivery': 'deliveries'
  'create-invoice': 'invoices'
  'create-return': 'returns'
  'create-credit-note': 'invoices'
  'create-change': 'order-changes'
  'create-order': 'orders'
  'create-quote': 'quotes'
  'correct-cost': 'cost-corrections'
  'ask-release': 'credit-releases'
  'ask-price-release': 'price-releases'
}

export type Born<Slug extends string, Verb extends string> = Verb extends keyof BornOf ? BornOf[Verb] : Slug
