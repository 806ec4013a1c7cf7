import { createLocalReq, type ListViewServerProps } from 'payload'

import { readAddress } from '@/src/domain/lists/address'
import { describeList } from '@/src/questions/lists/describeList'
import { listPage } from '@/src/questions/lists/list'

import { ListDesk } from '../views/opened'

type Props = ListViewServerProps

const entriesOf = (params: Props['searchParams']): Array<[string, string]> =>
  Object.entries(params ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one): [string, string] => [name, one]),
  )

/** The one list: described and read while the page is put together, so that it comes whole. */
export const ListView = async (props: Props) => {
  const { collectionSlug, payload, user, i18n, searchParams, BeforeListTable } = props
  if (!user) return null
  const req = await createLocalReq({ user }, payload)
  Object.assign(req, { i18n })
  const question = readAddress(entriesOf(searchParams))
  const list = await describeList(req, collectionSlug)
  const answer = await listPage(req, { slug: collectionSlug, question, shown: list.chosen })
  return (
    <ListDesk
      key={collectionSlug}
      list={list}
      asked={question}
      initial={answer}
      language={i18n.language === 'en' ? 'en' : 'zh'}
      admin={payload.config.routes.admin}
      tools={BeforeListTable}
    />
  )
}
