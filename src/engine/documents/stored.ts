import type { Config } from '@/src/payload-types'
import type { KnownDocuments } from '@/src/domain/kinds'

type Collections = Config['collections']

export type CollectionSlug = keyof Collections

/** A record another one refers to is its id: the engine and the verbs read without following relations. */
type Flat<Value> = unknown[] extends Value ? unknown : FlatPart<Value>

type FlatPart<Value> = Value extends { createdAt: string; updatedAt: string }
  ? number
  : Value extends Array<infer Row>
    ? Array<FlatPart<Row>>
    : Value extends object
      ? { [Field in keyof Value]: Flat<Value[Field]> }
      : Value

/** A record of a collection as the platform keeps it, JSON columns unread. */
export type Kept<Slug extends CollectionSlug> = { [Field in keyof Collections[Slug]]: Flat<Collections[Slug][Field]> }

/** What the engine sees to in every document it drives. */
type Head = { no: string; version: number; date: string; preparedBy: number | null }

/** The collections the engine drives: those whose records have a head. */
export type DocumentSlug = {
  [Slug in CollectionSlug]: 'no' | 'status' | 'version' | 'preparedBy' extends keyof Collections[Slug] ? Slug : never
}[CollectionSlug]

/** `Base` with the fields `Known` says more exactly; rows of a list likewise, one by one. */
type Over<Base, Known> = Omit<Base, keyof Known> & {
  [Field in keyof Known]: Field extends keyof Base ? OverRows<NonNullable<Base[Field]>, Known[Field]> : Known[Field]
}

type OverRows<Base, Known> =
  Base extends Array<infer Row> ? (Known extends Array<infer KnownRow extends object> ? Array<Over<Row, KnownRow>> : Known) : Known

type Headed<Record> = Over<Record, Head> & (Record extends { lines?: infer Lines } ? { lines: NonNullable<Lines> } : unknown)

type Documented<Slug extends CollectionSlug> = Slug extends DocumentSlug ? Headed<Kept<Slug>> : Kept<Slug>

/** A record as it was stored: fields the rules know have the type the rules give them (tied together in conformance.ts). */
export type Stored<Slug extends CollectionSlug> = Slug extends keyof KnownDocuments
  ? Over<Documented<Slug>, KnownDocuments[Slug]>
  : Documented<Slug>

type EnteredValue<Value> =
  Value extends ReadonlyArray<infer Row>
    ? ReadonlyArray<EnteredValue<Row>>
    : Value extends object
      ? { [Field in keyof Value]?: EnteredValue<Value[Field]> }
      : Value

/** What may be written to a record: any of its fields, rows with any of theirs. */
export type Entered<Slug extends CollectionSlug> = { [Field in keyof Kept<Slug>]?: EnteredValue<Kept<Slug>[Field]> }
