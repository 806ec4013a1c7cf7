import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import sharp from 'sharp'

import { startApp, type TestApp } from '../support/app'
import { codesOf, done, type Factory, findingOf, openFactory, type Person } from '../support/story'
import type { Told } from '../support/told'

let app: TestApp
let f: Factory
let engineer: Person
let stranger: Person
let finance: Person
let customer: Told<'customers'>

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  engineer = await f.person(['engineering'])
  stranger = await f.person(['sales'])
  finance = await f.person(['finance'])
  customer = await f.customer()
})
afterAll(() => app.close())

const dxf = '  0\nSECTION\n  2\nHEADER\n  9\n$ACADVER\n  1\nAC1015\n  0\nENDSEC\n  0\nSECTION\n  2\nENTITIES\n  0\nENDSEC\n  0\nEOF\n'
const photo = ({ width = 64, height = 48 } = {}): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#a07030' } })
    .jpeg()
    .toBuffer()

const send = <Slug extends 'pictures' | 'drawings'>(
  slug: Slug,
  bytes: Buffer | string,
  name: string,
  by: Person = f.clerk,
  data: object = {},
) => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(Buffer.from(bytes))]), name)
  form.append('_payload', JSON.stringify(data))
  return app.api.post(`/${slug}?depth=0`, { token: by.token, body: form })
}
const drawing = async (by: Person = f.clerk, name = '头部图纸.dxf') => done(await send('drawings', dxf, name, by))
const picture = async (by: Person = f.clerk) => done(await send('pictures', await photo(), '样板.jpg', by))
const sample = async (more: object = {}, by: Person = f.clerk) =>
  done(await app.api.post('/samples?depth=0', { token: by.token, body: { customer: customer.id, name: '撞钉', ...more } }))
const patch = (slug: string, id: number, body: object, by: Person = f.clerk) =>
  app.api.patch(`/${slug}/${id}?depth=0`, { token: by.token, body })
const read = (slug: string, id: number, by: Person): Promise<number> =>
  app.api.get(`/${slug}/${id}?depth=0`, { token: by.token }).then(({ status }) => status)
const download = (slug: string, filename: string, by?: Person) =>
  app.api.get(`/${slug}/file/${encodeURIComponent(filename)}`, by ? { token: by.token } : {})

describe('what a file is, its content decides', () => {
  test('a drawing tells its format and the version that wrote it', async () => {
    const dwg = Buffer.concat([Buffer.from('AC1032'), Buffer.alloc(200)])
    const kept = done(await send('drawings', dwg, '铆钉模具.txt', engineer, { format: 'EXE', detail: 'typed', used: true }))
    expect(kept).toMatchObject({
      filename: '铆钉模具.dwg',
      format: 'DWG',
      detail: 'AutoCAD 2018 (AC1032)',
      used: false,
      uploadedBy: engineer.id,
    })
    expect(await drawing(engineer)).toMatchObject({ format: 'DXF', detail: 'AutoCAD 2000 (AC1015)' })
  })

  test('a picture comes in sizes every browser shows, upright', async () => {
    const turned = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#336699' } })
      .withMetadata({ orientation: 6 })
      .tiff()
      .toBuffer()
    const kept = done(await send('pictures', turned, '照片.tif'))
    expect(kept).toMatchObject({ width: 400, height: 800, sizes: { thumbnail: { width: 80, height: 160, mimeType: 'image/webp' } } })
  })

  test.each([
    ['drawings', '<html><script>alert(1)</script></html>', 'drawing.dxf'],
    ['drawings', 'MZ\u0090\0', 'part.step'],
    ['pictures', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', 'logo.png'],
    ['pictures', '\u00ff\u00d8\u00ff\u00e0 no picture follows', 'photo.jpg'],
    ['drawings', '', 'empty.dwg'],
  ] as const)('%s: %j is refused by name', async (slug, bytes, name) => {
    const answer = await send(slug, bytes, name)
    expect(answer.status).toBe(400)
    if (bytes) expect(findingOf(answer, 'INVALID_INPUT')?.facts).toMatchObject({ field: 'file' })
  })

  test('a picture of more than 20 MB is refused with the limit', async () => {
    const answer = await send('pictures', Buffer.concat([await photo(), Buffer.alloc(20 * 1024 * 1024)]), 'large.jpg')
    expect(answer.status).toBe(413)
    expect(findingOf(answer, 'INVALID_INPUT')?.facts).toMatchObject({ limitMegabytes: 20 })
  })

  test('what a file is nobody says: type, size, name and place are those that were found', async () => {
    const kept = await picture()
    const said = {
      mimeType: 'text/html',
      filesize: 1,
      filename: 'page.html',
      url: 'https://rival.example/x',
      width: 9,
      sizes: {},
      title: '标题',
    }
    const told = done(await app.api.patch(`/pictures/${String(kept.id)}?depth=0`, { token: f.clerk.token, body: said }))
    const facts = ({ mimeType, filesize, filename, url, width }: typeof told) => ({ mimeType, filesize, filename, url, width })
    expect(facts(told)).toEqual(
      facts((await app.payload.findByID({ collection: 'pictures', id: Number(kept.id), depth: 0, overrideAccess: true })) as typeof told),
    )
    expect(told).toMatchObject({ filename: kept.filename, mimeType: kept.mimeType })
  })

  test('what no document has is not fetched from addresses in the data', async () => {
    const answer = await app.api.post('/pictures', { token: f.clerk.token, body: { url: 'http://127.0.0.1:1/x.png', filename: 'x.png' } })
    expect(answer.status).toBe(400)
  })
})

describe('a file is read by whoever may read its document, and nobody else', () => {
  test('until a document has it, it is its uploader’s', async () => {
    const { id, filename } = await drawing()
    expect(await read('drawings', id, f.clerk)).toBe(200)
    expect(await read('drawings', id, stranger)).toBe(404)
    expect((await download('drawings', filename, stranger)).status).toBe(403)
    expect((await download('drawings', filename)).status).toBe(403)
    expect((await download('drawings', filename, f.clerk)).status).toBe(200)
  })

  test('it follows its sample from one salesperson to another', async () => {
    const file = await drawing(engineer)
    const shot = await picture(engineer)
    const made = await sample({ drawings: [file.id], pictures: [shot.id], salesperson: f.clerk.id }, f.boss)
    expect([await read('drawings', file.id, f.clerk), await read('pictures', shot.id, f.clerk)]).toEqual([200, 200])
    expect([await read('drawings', file.id, stranger), await read('pictures', shot.id, stranger)]).toEqual([404, 404])
    const list = await app.api.get('/drawings?depth=0&limit=100', { token: stranger.token })
    expect(list.body.docs.map(({ id }) => id)).not.toContain(file.id)
    expect((await download('pictures', String(shot.sizes.thumbnail.filename), stranger)).status).toBe(403)

    done(await patch('samples', made.id, { salesperson: stranger.id }, f.boss))
    expect([await read('drawings', file.id, f.clerk), await read('drawings', file.id, stranger)]).toEqual([404, 200])
    expect((await download('pictures', shot.filename, stranger)).status).toBe(200)
  })

  test('taken out of its document it is its uploader’s again', async () => {
    const file = await drawing(engineer)
    const made = await sample({ drawings: [file.id] }, f.boss)
    done(await patch('samples', made.id, { salesperson: f.clerk.id }, f.boss))
    expect(await read('drawings', file.id, f.clerk)).toBe(200)
    done(await patch('samples', made.id, { drawings: [] }, engineer))
    // the customer is the clerk's: a file of his customer that no document names stays with him
    expect(await app.api.get(`/drawings/${file.id}?depth=0`, { token: engineer.token })).toMatchObject({ body: { used: false } })
    expect(await read('drawings', file.id, stranger)).toBe(404)
  })

  test('nobody takes a foreign file into a document of his own to read it', async () => {
    const file = await drawing()
    const theirs = await f.customer({ salesperson: stranger.id })
    const answer = await app.api.post('/samples?depth=0', {
      token: stranger.token,
      body: { customer: theirs.id, name: '仿制', drawings: [file.id] },
    })
    expect(answer.status).toBe(400)
    expect(findingOf(answer, 'INVALID_INPUT')?.facts).toMatchObject({ field: 'drawings.0', value: file.id })
    expect(await read('drawings', file.id, stranger)).toBe(404)
  })

  test('goods and their pictures are everybody’s; the item a sample became keeps its sample’s readers', async () => {
    const goods = await f.item()
    const shot = await picture(engineer)
    const plan = await drawing(engineer)
    done(await patch('items', goods.id, { pictures: [shot.id] }, engineer))
    expect(await read('pictures', shot.id, stranger)).toBe(200)
    const made = await sample({ drawings: [plan.id] }, f.boss)
    done(await patch('samples', made.id, { salesperson: f.clerk.id }, f.boss))
    const { item } = (await app.api.get(`/samples/${made.id}?depth=0`, { token: f.clerk.token })).body
    expect((await app.api.get(`/items/${item}?depth=0`, { token: stranger.token })).body.drawings).toEqual([plan.id])
    expect(await read('drawings', plan.id, stranger)).toBe(404)
  })

  test('papers of a credit limit are for those who decide about credit', async () => {
    const paper = done(await send('drawings', '%PDF-1.7\n', '报表.pdf', f.boss))
    done(
      await app.api.post('/credit-limits?depth=0', {
        token: f.boss.token,
        body: { customer: customer.id, limit: 5000, attachments: [{ relationTo: 'drawings', value: paper.id }] },
      }),
    )
    expect(await read('drawings', paper.id, finance)).toBe(200)
    expect(await read('drawings', paper.id, engineer)).toBe(404)
    expect((await app.api.get('/drawings?limit=200&depth=0', { token: engineer.token })).body.docs.map(({ id }) => id)).not.toContain(
      paper.id,
    )
  })

  test('a bank slip is uploaded by finance; a file is changed by its uploader and by engineering, by no other reader', async () => {
    const slip = done(await send('drawings', '%PDF-1.7\n', '水单.pdf', finance))
    expect(slip.uploadedBy).toBe(finance.id)
    const plan = await drawing(f.clerk)
    await sample({ drawings: [plan.id] })
    const colleague = await f.person(['sales'], { dataScope: 'all' })
    expect(await read('drawings', plan.id, colleague)).toBe(200)
    expect((await patch('drawings', plan.id, { title: '改名' }, colleague)).status).toBeGreaterThanOrEqual(403)
    expect(done(await patch('drawings', plan.id, { title: '星纹' }, f.clerk)).title).toBe('星纹')
    expect(done(await patch('drawings', plan.id, { revision: 'B' }, engineer)).revision).toBe('B')
  })

  test('an attached file is not deleted; one that nothing shows is', async () => {
    const file = await drawing(engineer)
    const made = await sample({ drawings: [file.id] }, f.boss)
    const remove = () => app.api.delete(`/drawings/${file.id}`, { token: engineer.token })
    const refused = await remove()
    expect(codesOf(refused)).toContain('DOWNSTREAM_EXISTS')
    // the sample, and the item that is made with it and shows what it shows
    const uses = ['items', 'samples'].map((slug) => ({ slug, count: 1 }))
    expect(findingOf(refused, 'DOWNSTREAM_EXISTS')?.facts).toEqual({ documents: uses })
    done(await patch('samples', made.id, { drawings: [] }, engineer))
    expect((await remove()).status).toBe(200)
    await expect(readFile(path.join(app.dataDir, 'media', 'drawings', file.filename))).rejects.toThrow()
  })

  test('a document takes 60 files and not one more', async () => {
    const { id } = await drawing(engineer)
    const ids = [id]
    for (let at = 1; at < 61; at += 1) ids.push((await drawing(engineer)).id)
    const made = await sample({ drawings: ids.slice(0, 60) }, f.boss)
    expect(made.drawings).toHaveLength(60)
    const answer = await patch('samples', made.id, { drawings: ids }, engineer)
    expect(findingOf(answer, 'INVALID_INPUT')?.facts).toMatchObject({ field: 'drawings', value: 61, accepted: '≤ 60' })
  })
})

test('every collection that shows files tells whose they are', () => {
  const showing = Object.values(app.payload.collections)
    .map(({ config }) => config)
    .filter(
      ({ flattenedFields, slug }) => slug !== 'drawings' && slug !== 'pictures' && flattenedFields.some(({ type }) => type === 'upload'),
    )
  expect(showing.length).toBeGreaterThan(15)
  for (const { slug, hooks } of showing)
    expect([slug, hooks.afterChange.map(({ name }) => name).includes('claimFiles')]).toEqual([slug, true])
})

test('a file that is gone from the disk is told as such, in words', async () => {
  const kept = await picture()
  await rm(path.join(app.dataDir, 'media', 'pictures', kept.filename))
  const answer = await download('pictures', kept.filename, f.clerk)
  expect([answer.status, answer.body.errors[0].message]).toEqual([404, '文件的记录还在，文件本身已不存在，请通知管理员'])
})

test('the logo of the company is for everybody, and nothing else of its pictures; its colour is one white words can be read on', async () => {
  const shown = (shape: string) => app.api.get(`/public/logo/${shape}`)
  expect((await shown('wide')).status).toBe(404)
  const logo = await picture(f.admin) // who keeps the settings brings it himself
  await f.settings('company', { logo: logo.id, colour: '#1f5fae' })
  expect([(await shown('wide')).status, (await shown('square')).status, (await shown('whole')).status]).toEqual([200, 200, 404])
  expect((await download('pictures', String(logo.filename))).status).not.toBe(200)
  // drawn once for everybody who asks: the file is not read again, and another file is another drawing
  const bytes = async () => Buffer.from(await (await shown('wide')).raw.arrayBuffer())
  const first = await bytes()
  await rm(path.join(app.dataDir, 'media', 'pictures', String(logo.filename)))
  expect((await bytes()).equals(first)).toBe(true)
  const other = await picture()
  await f.settings('company', { logo: other.id })
  await rm(path.join(app.dataDir, 'media', 'pictures', String(other.filename)))
  expect((await shown('wide')).status).not.toBe(200)
  for (const colour of ['#ffee00', 'blue', '#1f5fae;}'])
    expect([colour, (await app.api.post('/globals/company?depth=0', { token: f.boss.token, body: { colour } })).status]).toEqual([
      colour,
      400,
    ])
  await f.settings('company', { logo: null, colour: null })
})
