/** Files in an S3 store, tried against a server of other makers: whole or not there, read in parts, listed to the end, and a store that is away told so. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AwsClient } from 'aws4fetch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { betweenS3, type S3Server, startS3Server } from '#test/s3-server.ts'
import { DamagedFileError, filesOnDisk, filesOnS3, layOut, nameOf } from './index.ts'

let server: S3Server
let folder: string
beforeAll(async () => {
  server = await startS3Server()
  folder = await mkdtemp(join(tmpdir(), 'hieuhoc-sent-'))
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const content = new TextEncoder().encode('Quyết định số 12')

async function textOf(stream: ReadableStream<Uint8Array> | undefined): Promise<string> {
  return new Response(stream).text()
}

async function names(): Promise<string[]> {
  const listed: string[] = []
  for await (const { name } of filesOnS3(server.settings, folder).list()) listed.push(name)
  return listed
}

/** What the server itself keeps under a key. */
async function objectOf(name: string): Promise<string> {
  const place = join(server.folder, 'files', name.slice(0, 2))
  const [object] = (await readdir(place)).filter((each) => each.startsWith(name) && each.endsWith('_object'))
  return join(place, object ?? '')
}

test('what was written is read, whole and in part, listed, and gone when removed', async () => {
  const files = filesOnS3(server.settings, folder)
  const name = await files.write(content)
  expect(name).toBe(nameOf(content))
  expect(await files.read(name)).toEqual(content)
  expect(await readFile(await objectOf(name))).toEqual(Buffer.from(content))
  const opened = await files.open(name)
  expect(opened?.size).toBe(content.length)
  expect(await textOf(opened?.stream(0, content.length - 1))).toBe('Quyết định số 12')
  expect(await textOf(opened?.stream(0, 2))).toBe('Quy')
  expect(await textOf(opened?.stream(content.length - 2, content.length - 1))).toBe('12')
  expect(await files.has(name)).toBe(true)
  const { value: file } = await files.list().next()
  expect(file).toMatchObject({ name, bytes: content.length })
  expect(Math.abs((file?.at.getTime() ?? 0) - Date.now())).toBeLessThan(60_000)
  await files.remove(name)
  await files.remove(name)
  expect([await files.has(name), await files.open(name), await names()]).toEqual([false, undefined, []])
  await expect(files.read(name)).rejects.toThrow('not what was written')
  expect([await files.has('../secret'), await files.removeLeftovers(new Date())]).toEqual([false, 0])
  expect(await files.free()).toBeGreaterThan(0)
})

test('a file goes from the disk to the store, which lays it where the folder of a disk has it', async () => {
  const [disk, files] = [filesOnDisk(folder), filesOnS3(server.settings, folder)]
  const large = new Uint8Array(3_000_000).fill(7)
  const path = join(folder, 'sent')
  await writeFile(path, large)
  const sent = { path, hash: nameOf(large), size: large.length }
  await files.add(sent)
  await disk.add(sent)
  expect(nameOf(await files.read(sent.hash))).toBe(sent.hash)
  expect(await readFile(join(folder, sent.hash.slice(0, 2), sent.hash))).toEqual(Buffer.from(large))
  expect(await objectOf(sent.hash)).toContain(`files/${sent.hash.slice(0, 2)}/${sent.hash}`)
  await files.remove(sent.hash)
})

test('what the store has damaged is given to nobody as whole', async () => {
  const files = filesOnS3(server.settings, folder)
  const name = await files.write(content)
  await writeFile(await objectOf(name), 'Quyết định số 13')
  await expect(files.read(name)).rejects.toThrow('not what was written')
  const opened = await files.open(name)
  await expect(textOf(opened?.stream(0, (opened?.size ?? 0) - 1))).rejects.toThrow()
  await files.remove(name)
})

describe('an answer that is not what was asked for is a clear error', () => {
  const wrong: [string, Parameters<typeof betweenS3>[1], RegExp, RegExp][] = [
    ['another content', ({ body }) => ({ body: Buffer.alloc(body.length, 7) }), /another hash/, /^$/],
    [
      'another tag',
      (_, method) => (method === 'GET' ? { headers: { etag: '"0"' } } : {}),
      /its tag is "0"/,
      /its tag is "0"/,
    ],
    [
      'less of it',
      ({ body }, method) => (method === 'GET' ? { body: body.subarray(1) } : {}),
      /bytes came where/,
      /bytes came where/,
    ],
    [
      'another part',
      ({ status }) => (status === 206 ? { headers: { 'content-range': 'bytes 1-3/18' } } : {}),
      /^$/,
      /bytes 0-2 of \d+ were asked for, and bytes 1-3/,
    ],
    ['all in place of a part', ({ status }) => (status === 206 ? { status: 200 } : {}), /^$/, /were asked for/],
  ]

  /** What is said of reading a file, or nothing. */
  const faultOf = (reading: Promise<unknown>): Promise<string> =>
    reading.then(
      () => '',
      (error: unknown) => (error instanceof DamagedFileError ? error.message : `no such error: ${error}`),
    )

  test.each(wrong)('%s', async (_, change, ofWhole, ofPart) => {
    const name = await filesOnS3(server.settings, folder).write(content)
    const between = await betweenS3(server, change)
    const files = filesOnS3(between.settings, folder)
    try {
      const opened = await files.open(name)
      expect(opened?.size).toBe(content.length)
      expect(await faultOf(textOf(opened?.stream(0, content.length - 1)))).toMatch(ofWhole)
      expect(await faultOf(textOf(opened?.stream(0, 2)))).toMatch(ofPart)
      const path = join(folder, 'laid-out')
      expect(await faultOf(layOut(files, name, path))).toMatch(ofWhole)
      // What is not whole does not lie there.
      expect((await readdir(folder)).includes('laid-out')).toBe(ofWhole.source === '^$')
      await rm(path, { force: true })
    } finally {
      await between.stop()
      await filesOnS3(server.settings, folder).remove(name)
    }
  })
})

test('all are listed, over as many pages as it takes; what others keep there is left out', async () => {
  const files = filesOnS3(server.settings, folder)
  const all = Array.from({ length: 1003 }, (_, index) => new TextEncoder().encode(String(index)))
  for (let from = 0; from < all.length; from += 20) {
    await Promise.all(all.slice(from, from + 20).map((each) => files.write(each)))
  }
  const { url, region, keyId, secret } = server.settings
  const other = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3' })
  for (const key of ['files/another & program.txt', 'backup/today']) {
    expect((await other.fetch(`${url}/${encodeURI(key)}`, { method: 'PUT', body: 'x' })).status).toBe(200)
  }
  expect((await names()).sort()).toEqual(all.map(nameOf).sort())
}, 60_000)

test('requests are signed as the documentation of Amazon S3 has it', async () => {
  // "Signature Calculations for the Authorization Header", example "GET Object".
  const client = new AwsClient({
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
    service: 's3',
  })
  const signed = await client.sign('https://examplebucket.s3.amazonaws.com/test.txt', {
    headers: { range: 'bytes=0-9', 'x-amz-content-sha256': nameOf(new Uint8Array()) },
    aws: { datetime: '20130524T000000Z', allHeaders: true },
  })
  const signature = 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'
  expect(signed.headers.get('authorization')).toContain(`Signature=${signature}`)
})

test('a store that is away is told so; one that refuses us is a defect with what it said', async () => {
  const away = filesOnS3({ ...server.settings, url: 'http://127.0.0.1:9/hieuhoc' }, folder)
  const error = await away.write(content).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ProblemError)
  expect(error).toMatchObject({ status: 503, problems: [{ code: 'files.storeAway' }] })
  await expect(filesOnS3({ ...server.settings, secret: 'wrong' }, folder).write(content)).rejects.toThrow('403')
  const noBucket = filesOnS3({ ...server.settings, url: server.settings.url.replace('/hieuhoc', '/none') }, folder)
  await expect(noBucket.read(nameOf(content))).rejects.toThrow('NoSuchBucket')
}, 30_000)
