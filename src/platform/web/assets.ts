/** Which built files a page needs: Vite's manifest, read once at start, as addresses under `/assets/`. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const stylesEntry = 'src/ui/styles/index.css'

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().optional(),
    imports: z.array(z.string()).optional(),
    assets: z.array(z.string()).optional(),
  }),
)
type Manifest = z.infer<typeof Manifest>

/** The addresses of built files; every name carries its content's hash, so a browser may keep it for ever. */
export type Assets = Readonly<{
  /** Style sheets of every page. */
  styles: readonly string[]
  /** Fonts of the style sheets (woff2 only), for `<link rel="preload">`. */
  fonts: readonly string[]
  /** Names of all islands. */
  islands: readonly string[]
  /** The module script of `name.island.tsx`; undefined when there is no such island. */
  script: (island: string) => string | undefined
  /** What that script imports, for `<link rel="modulepreload">`. */
  preloads: (island: string) => readonly string[]
}>

/** Reads `dist/client/manifest.json`; throws when it is missing or names no style sheet. */
export function assetsOf(manifestPath: string): Assets {
  const manifest = Manifest.parse(JSON.parse(readFileSync(manifestPath, 'utf8')))
  const styles = manifest[stylesEntry]
  if (!styles) throw new Error(`${manifestPath} names no ${stylesEntry}`)
  const islands = new Map(Object.entries(manifest).flatMap(([source]) => islandEntry(source)))
  const chunk = (island: string) => manifest[islands.get(island) ?? '']
  return {
    styles: [address(styles.file)],
    fonts: (styles.assets ?? []).filter((file) => file.endsWith('.woff2')).map(address),
    islands: [...islands.keys()].sort(),
    script: (island) => {
      const file = chunk(island)?.file
      return file && address(file)
    },
    preloads: (island) => [...importsOf(manifest, islands.get(island) ?? '')].map(address),
  }
}

function islandEntry(source: string): [[name: string, source: string]] | [] {
  const name = /([^/]+)\.island\.tsx$/.exec(source)?.[1]
  return name ? [[name, source]] : []
}

/** Everything a chunk imports, directly or through others, each file once. */
function importsOf(manifest: Manifest, source: string, result = new Set<string>()): Set<string> {
  for (const name of manifest[source]?.imports ?? []) {
    const file = manifest[name]?.file
    if (!file || result.has(file)) continue
    result.add(file)
    importsOf(manifest, name, result)
  }
  return result
}

function address(file: string): string {
  return `/${file}`
}
