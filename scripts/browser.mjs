/** Finds the Chromium that browser tests drive, and installs Debian's when there is none and we may. */
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './process.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const advice = `No browser was found. Install Chromium (on Debian or Ubuntu: sudo apt-get install chromium), or set
CHROMIUM_PATH to a Chromium or Chrome that is already there.`

/** The path of a browser, or undefined with the reason and the remedy told on standard error. */
export async function findBrowser() {
  const found = onThisMachine() ?? (await installFromDebian())
  if (!found) console.error(advice)
  return found
}

function onThisMachine() {
  const named = process.env.CHROMIUM_PATH
  if (named) return isProgram(named) ? named : undefined
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram)
}

async function installFromDebian() {
  if (process.env.CHROMIUM_PATH || !existsSync('/usr/bin/apt-get')) return undefined
  const isRoot = process.getuid?.() === 0
  const mayAct = isRoot || (await run('sudo', ['-n', 'true'], { stdio: 'ignore' }).catch(() => 1)) === 0
  if (!mayAct) return undefined
  console.error('No browser was found; installing Debian’s chromium ...')
  await apt(isRoot, ['update'])
  await apt(isRoot, ['install', '-y', '--no-install-recommends', 'chromium'])
  return onThisMachine()
}

/** Waits for another apt that holds the lock; what apt says goes to standard error. */
function apt(isRoot, args) {
  const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=300', ...args]
  const [program, ...rest] = isRoot ? command : ['sudo', '-n', ...command]
  return run(program, rest, { stdio: ['ignore', 2, 2] })
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
