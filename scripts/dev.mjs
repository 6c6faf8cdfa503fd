/** `npm run dev`: builds and restarts the server whenever a source changes; a wrong source leaves the old server running. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { buildAll } from './build.mjs'
import { node, root } from './process.mjs'

const args = ['--enable-source-maps', 'dist/server/main.js', 'start', ...process.argv.slice(2)]
let server
let timer
let working = Promise.resolve()
const watched = new Map()

async function renew() {
  const startedAt = performance.now()
  try {
    await buildAll()
  } catch (error) {
    console.error(error.message)
    return
  }
  console.error(`dev: built in ${Math.round(performance.now() - startedAt)} ms, (re)starting`)
  await stop()
  server = spawn(node, args, { cwd: root, stdio: 'inherit' })
}

async function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  server.kill('SIGTERM')
  await once(server, 'exit')
}

/** Editors write a file in several steps: one build answers all changes of a moment. */
function renewSoon(file) {
  if (/\.test\.tsx?$|\.md$|~$/.test(file ?? '')) return
  clearTimeout(timer)
  timer = setTimeout(() => {
    working = working.then(renew)
  }, 60)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    clearTimeout(timer)
    await working
    await stop()
    process.exit(0)
  })
}

/**
 * Watches each folder by itself: Node's recursive watching loses a file that an editor replaces by another of its name.
 * Folders that are new are found when their parent changes.
 */
function watchTree(folder) {
  if (watched.has(folder)) return
  const watcher = watch(folder, (event, file) => {
    if (event === 'rename') watchFoldersIn(folder)
    renewSoon(file)
  })
  watcher.on('error', () => forget(folder))
  watched.set(folder, watcher)
  watchFoldersIn(folder)
}

function watchFoldersIn(folder) {
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) watchTree(join(folder, entry.name))
    }
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    forget(folder)
  }
}

function forget(folder) {
  watched.get(folder)?.close()
  watched.delete(folder)
}

for (const folder of ['src', 'packs']) watchTree(join(root, folder))
await renew()
