import type { KnownDocuments } from '@/src/domain/kinds'

import type { Kept } from './stored'

/*
 * The rules' documents and the collections' fields say the same, or this file does not compile. Every field a rule knows is a field of its
 * collection, of the same kind and with the same choices; rows of lists likewise. Only emptiness may differ: a rule may count on what
 * `prepare` fills before anything is decided, the collection declares it as what a form may leave open. JSON columns hold anything.
 */

/** `never` where a known field fits; otherwise where it does not. */
type Misfit<Known, Column, Path extends string> = unknown extends Column
  ? never
  : NonNullable<Known> extends ReadonlyArray<infer KnownRow>
    ? NonNullable<Column> extends ReadonlyArray<infer Row>
      ? Misfit<KnownRow, Row, Path>
      : Path
    : NonNullable<Known> extends object
      ? MisfitIn<NonNullable<Known>, NonNullable<Column>, Path>
      : [NonNullable<Known>] extends [NonNullable<Column>]
        ? [NonNullable<Column>] extends [NonNullable<Known>]
          ? never
          : Path
        : Path

type MisfitIn<Known, Columns, Path extends string> = {
  [Field in keyof Known & string]-?: Field extends keyof Columns
    ? Misfit<Known[Field], Columns[Field], `${Path}.${Field}`>
    : `${Path}.${Field}`
}[keyof Known & string]

type Misfits = { [Slug in keyof KnownDocuments]: MisfitIn<KnownDocuments[Slug], Kept<Slug>, Slug> }[keyof KnownDocuments]

type Nowhere<Path extends never> = Path

export type Conformance = Nowhere<Misfits>
