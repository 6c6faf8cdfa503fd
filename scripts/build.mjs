/**
 * Builds dist, or with `tool FILE NAME` one TypeScript program into dist/tools. Runs on the project's own Node.
 *
 * A running server goes on reading the files of its build, so the files of the build before are kept until the next;
 * dist/.built lists the newest build's files and its time is what `./hieuhoc` compares the sources with.
 */
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createBuilder } from 'vite'

const root = resolve(import.meta.dirname, '..')
const stamp = join(root, 'dist/.built')

/** Builds browser files and server; throws what the compiler says when the source is wrong. */
export async function buildAll() {
  const startedAt = new Date()
  const before = existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : []
  const builder = await createBuilder({ configFile: join(root, 'vite.config.ts') })
  const outputs = await Promise.all([
    builder.build(builder.environments.client),
    builder.build(builder.environments.ssr),
  ])
  const names = outputs.flatMap(({ output }, index) =>
    output.map((file) => `${index === 0 ? 'client' : 'server'}/${file.fileName}`),
  )
  removeOthers(new Set([...before, ...names]))
  // V8's own, of the build before; see ./hieuhoc.
  rmSync(join(root, 'dist/.compiled'), { recursive: true, force: true })
  writeFileSync(stamp, JSON.stringify(names))
  utimesSync(stamp, startedAt, startedAt)
}

/** Builds one program outside src/app (a bench, a script) and returns where it lies. */
export async function buildTool(file, name) {
  const builder = await createBuilder({ configFile: join(root, 'vite.config.ts') })
  const { build } = builder.environments.ssr.config
  build.rolldownOptions.input = { [name]: resolve(root, file) }
  build.outDir = 'dist/tools'
  await builder.build(builder.environments.ssr)
  return join(root, 'dist/tools', `${name}.js`)
}

function removeOthers(kept) {
  for (const part of ['client', 'server']) {
    for (const entry of readdirSync(join(root, 'dist', part), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isFile() && !kept.has(path.slice(root.length + '/dist/'.length))) rmSync(path)
    }
  }
}

async function main([kind, file, name]) {
  if (kind === 'tool') await buildTool(file, name)
  else await buildAll()
}

if (import.meta.main) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
