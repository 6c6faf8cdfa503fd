/** Behind every npm script: plain JavaScript on Node 20 or later, because it runs before anything is installed. */
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { install } from './install.mjs'
import { node, root, run, serve } from './process.mjs'
import { supervise } from './supervise.mjs'

const commands = {
  install: () => install(),
  start: async (...args) => {
    await install()
    return supervise(join(root, 'hieuhoc'), ['start', ...args])
  },
  dev: async (...args) => {
    await install({ dev: true })
    return serve(node, ['scripts/dev.mjs', ...args])
  },
  build: async () => {
    await install()
    return build()
  },
  test: async (...args) => (await import('./test.mjs')).testAll(args),
  vitest: async (...args) => (await import('./test.mjs')).testOnly(args),
  bench: (...args) => runTool('bench/run.ts', args),
  attack: async (...args) => {
    const code = await runTool('attack/main.ts', args)
    return (await (await import('./test.mjs')).testLong()) || code
  },
  tool: (file, ...args) => runTool(file, args),
}

/** Builds dist, one process at a time: who comes second waits and uses what the first has built. */
export async function build() {
  const lock = join(root, 'node_modules/.building')
  const stamp = join(root, 'dist/.built')
  const before = changedAt(stamp)
  while (!take(lock)) {
    await sleep(100)
    if (changedAt(stamp) !== before) return 0
  }
  try {
    return await run(node, ['scripts/build.mjs'], { stdio: ['ignore', 2, 2] })
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Builds and runs a TypeScript program that is no part of the server: a bench, a script for the guides. */
async function runTool(file, args) {
  await install({ dev: true })
  const name = file.replace(/\.tsx?$/, '').replaceAll('/', '-')
  const code = await run(node, ['scripts/build.mjs', 'tool', file, name])
  return code || serve(node, ['--enable-source-maps', `dist/tools/${name}.js`, ...args])
}

function take(lock) {
  try {
    const file = openSync(lock, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isAlive(lock)) rmSync(lock, { force: true })
    return false
  }
}

function isAlive(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    return pid === 0 || process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function changedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0
}

async function main([name = '', ...args]) {
  const command = commands[name]
  if (!command) throw new Error(`say one of: ${Object.keys(commands).join(', ')}`)
  return (await command(...args)) ?? 0
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error) => {
    console.error(error.message)
    process.exitCode = 1
  },
)
