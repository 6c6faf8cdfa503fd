/** Brings node_modules to what package-lock.json says, and leaves it alone when it is already so. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { node, root, run } from './process.mjs'

const lock = join(root, 'package-lock.json')
const installed = join(root, 'node_modules/.package-lock.json')

/** Installs what is missing; `dev` asks for the tools of tests too. The launcher compares times with the stamp written here. */
export async function install({ dev = false } = {}) {
  if (!isInstalled(dev)) {
    console.error('Installing the packages of package-lock.json ...')
    // Not `npm ci`: it refuses a lock file that was written where a registry lacks the binaries of other systems.
    const args = [
      'install',
      '--no-save',
      '--include=dev',
      '--no-audit',
      '--no-fund',
      '--no-update-notifier',
      '--loglevel=error',
    ]
    const code = await run('npm', args, { env: outsideEnvironment(), stdio: ['ignore', 2, 2] })
    if (code !== 0) throw new Error(`npm install ended with ${code}`)
    if (!existsSync(node))
      throw new Error(`npm install left no ${node}; are install scripts switched off (ignore-scripts)?`)
  }
  writeStamp()
}

/** Compares names and versions, not times: a fresh checkout of the same lock file is no reason to install again. */
function isInstalled(dev) {
  if (!existsSync(installed) || !existsSync(node)) return false
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional, dev: forDevelopers, devOptional }]) => {
    const found = present[path]
    if (path === '' || found?.version === version) return true
    return !found && (optional || devOptional || (!dev && forDevelopers))
  })
}

/** Installing may replace the Node that is running us, so npm must use the one outside the project. */
function outsideEnvironment() {
  const { npm_node_execpath, NODE, NODE_ENV, ...environment } = process.env
  const path = (environment.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(join(root, 'node_modules')))
  return { ...environment, PATH: path.join(delimiter) }
}

function writeStamp() {
  try {
    writeFileSync(join(root, 'node_modules/.installed'), '')
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error
    // Somebody else's checkout: it is complete, only the shortcut for the next start is missing.
  }
}
