/** Files on disk: whole or not there; a disk that is full or takes nothing is told as itself, and nothing half-written stays. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { projectRoot } from '#platform/root.ts'
import { filesOnDisk, nameOf } from './index.ts'

const folder = await mkdtemp(join(tmpdir(), 'hieuhoc-files-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const content = new TextEncoder().encode('Quyết định')
const later = () => new Date(Date.now() + 1000)

async function namesIn(place: string): Promise<string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true })
  return entries.filter((each) => each.isFile()).map(({ name }) => name)
}

async function codeOf(doing: Promise<unknown>): Promise<string> {
  const error = await doing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ProblemError)) return String(error)
  return `${error.problems[0]?.code} ${error.status}`
}

test('what was written is read, once for the same content, by no other name', async () => {
  const files = filesOnDisk(join(folder, 'whole'))
  const [name] = await Promise.all([files.write(content), files.write(content), files.write(content)])
  expect(name).toBe(nameOf(content))
  expect(await files.read(name)).toEqual(Buffer.from(content))
  expect(await namesIn(join(folder, 'whole'))).toEqual([name])
  await expect(files.read('../secret')).rejects.toThrow('not the name')
  await writeFile(join(folder, 'whole', name.slice(0, 2), name), 'other')
  await expect(files.read(name)).rejects.toThrow('not what was written')
})

describe('a disk', () => {
  const failing = (code: string) => async (path: string) => {
    await writeFile(path, content.subarray(0, 3))
    throw Object.assign(new Error(code), { code })
  }
  test.each([
    ['ENOSPC', 'files.diskFull 507'],
    ['EDQUOT', 'files.diskFull 507'],
    ['EROFS', 'files.diskNotWritable 507'],
    ['EACCES', 'files.diskNotWritable 507'],
    ['EIO', 'Error: EIO'],
  ])('that says %s is told as %s; nothing half-written stays', async (code, expected) => {
    const place = join(folder, code)
    expect(await codeOf(filesOnDisk(place, 0, failing(code)).write(content))).toBe(expected)
    expect(await namesIn(place)).toEqual([])
  })

  test('keeps its reserve', async () => {
    const place = join(folder, 'reserve')
    expect(await codeOf(filesOnDisk(place, Number.MAX_SAFE_INTEGER).write(content))).toBe('files.noRoom 507')
    expect(await namesIn(place)).toEqual([])
  })
})

test('a process killed in the middle of writing leaves no file under a good name; what it left goes once it is old', async () => {
  const place = join(folder, 'killed')
  const program = `
    import { writeFile } from 'node:fs/promises'
    import { filesOnDisk } from ${JSON.stringify(join(projectRoot, 'src/platform/files/index.ts'))}
    const half = async (path, bytes) => {
      await writeFile(path, bytes.subarray(0, bytes.length / 2))
      console.log('half')
      await new Promise((go) => setTimeout(go, 60_000))
    }
    await filesOnDisk(${JSON.stringify(place)}, 0, half).write(new Uint8Array(1_000_000))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await Promise.race([once(child.stdout, 'data'), sleep(20_000)])
  child.kill('SIGKILL')
  await once(child, 'exit')
  const files = filesOnDisk(place)
  const [left] = await namesIn(place)
  expect(left).toMatch(/^[0-9a-f]{64}\../)
  expect(await files.has(nameOf(new Uint8Array(1_000_000)))).toBe(false)
  const text = await files.write(content)
  // One that is young may be of a write that is still going on.
  expect(await files.removeLeftovers(new Date(Date.now() - 3_600_000))).toBe(0)
  await utimes(join(place, left?.slice(0, 2) ?? '', left ?? ''), 1, 1)
  expect(await files.removeLeftovers(new Date(Date.now() - 3_600_000))).toBe(1)
  expect(await files.removeLeftovers(later())).toBe(0)
  expect(await namesIn(place)).toEqual([text])
}, 60_000)

test('clearing up where nothing was ever kept finds nothing', async () => {
  const files = filesOnDisk(join(folder, 'never'))
  expect(await files.removeLeftovers(later())).toBe(0)
  for await (const file of files.list()) expect(file).toBeUndefined()
})
