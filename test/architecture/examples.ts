/** A small house in good order, and for each rule what breaks it: the proof that the rules see. */
import { untested } from './test-rules.ts'

const text = '/** Says what this file is. */\n'

/** Two modules that keep every rule. */
export const goodHouse: Readonly<Record<string, string>> = {
  'src/kernel/text.ts': `${text}export function fold(text: string) { return text.normalize('NFD') }`,
  'src/platform/perform.ts': `${text}export function perform(db: Db) { return db.transaction().execute(run) }`,
  'src/platform/database/index.ts': `${text}import pg from 'pg'\nexport const pool = new pg.Pool()`,
  'src/ui/table.tsx': `${text}export function Table() { return <table class="wide"><tbody /></table> }`,
  'src/modules/ground/README.md': '# ground',
  'src/modules/ground/index.ts': `${text}export { unitName } from './rules.ts'`,
  'src/modules/ground/rules.ts': `${text}import { z } from 'zod'\nimport { fold } from '#kernel/text.ts'\nexport const unitName = (name: string, at: Date) => fold(z.string().parse(name)) + new Date(at)`,
  'src/modules/ground/ground.test.ts': `${text}import { unitName } from './rules.ts'\ntest('x', () => unitName())`,
  'src/modules/ground/store.ts': `${text}import { sql } from 'kysely'\nexport const list = sql\`select ground.name from ground.unit ground\``,
  'src/modules/ground/migrations/001_unit.sql': 'create table ground.unit (id uuid);',
  'src/modules/upper/README.md': '# upper',
  'src/modules/upper/index.ts': `${text}export { list } from './classes.store.ts'`,
  'src/modules/upper/classes.store.ts': `${text}export const list = (tx: Tx) => tx.selectFrom('upper.class as c').innerJoin('ground.published_unit as unit', 'unit.id', 'c.unit_id')`,
  'src/modules/upper/class-words.rules.ts': `${text}import { unitName } from '#modules/ground'\nexport const named = (name: string) => unitName(name, new Date(0))`,
  'src/modules/upper/class-words.test.ts': `${text}import { named } from './class-words.rules.ts'\ntest('x', () => named())`,
  'src/modules/upper/class-list.operations.ts': `${text}import { named } from './class-words.rules.ts'\nimport { list } from './classes.store.ts'\nexport const all = [named, list]`,
  'src/modules/upper/teachers/teachers.model.ts': `${text}export interface Teacher { readonly name: string }`,
  'src/modules/upper/teachers/teachers.store.ts': `${text}import type { Teacher } from './teachers.model.ts'\nexport const none: Teacher[] = []`,
  'src/modules/upper/teachers/teachers.operations.ts': `${text}import { all } from '../class-list.operations.ts'\nimport { list } from '../classes.store.ts'\nexport const both = [all, list]`,
  'src/modules/upper/migrations/001_class.sql':
    'create table upper.class (unit_id uuid references ground.unit); -- from ground.unit\ncreate index on upper.class (unit_id);',
  'src/modules/upper/pages.tsx': `${text}import { view } from '#platform/web/page.ts'\nimport { Table } from '#ui/table.tsx'\nimport { unitName } from '#modules/ground'\nexport const routes = [view('/classes', () => <Table title={unitName('a', new Date())} />)]`,
  'src/modules/upper/picker.island.tsx': `${text}import { hydrateIsland } from '#platform/web/hydrate.ts'\nfunction Picker() { return <button type="button" onClick={() => undefined} /> }\nhydrateIsland('picker', Picker)`,
  'src/modules/upper/classes.test.ts': `${text}import { world } from '#test/worlds/small-city.ts'\nimport pg from 'pg'\ndescribe('all', () => {\n${'  test()\n'.repeat(70)}})\nworld.transaction()`,
  'src/app/server.ts': `${text}import { unitName } from '#modules/ground'\nexport const server = unitName`,
}
export const goodOrder = ['ground', 'upper'] as const

interface Example {
  readonly rule: string
  /** The files that break it, laid over the good house. */
  readonly files: Readonly<Record<string, string>>
  /** Part of what the checker says, with the path in front. */
  readonly says: string
}

const example = (rule: string, path: string, body: string, says: string): Example => ({
  rule,
  files: { [path]: body.startsWith('/*') || !/\.tsx?$/.test(path) ? body : text + body },
  says: `${path}: ${says}`,
})

const upper = 'src/modules/upper/marks.operations.ts'
const rules = 'src/modules/upper/marks.rules.ts'
const store = 'src/modules/upper/marks.store.ts'

export const brokenHouses: readonly Example[] = [
  example('Ground first', 'src/kernel/id.ts', `import { pool } from '#platform/database/index.ts'`, 'kernel imports'),
  example('Ground first', 'src/ui/page.tsx', `import { list } from '#modules/upper'`, 'ui imports'),
  example(
    'Ground first',
    'src/modules/ground/operations.ts',
    `import { list } from '#modules/upper'`,
    'ground imports upper',
  ),
  example('Ground first', upper, `export { world } from '#test/worlds/small-city.ts'`, 'the program imports test/'),
  example('By the front door', upper, `import { list } from '../ground/store.ts'`, '../ground/store.ts goes around'),
  example(
    'By the front door',
    'src/app/cli.ts',
    `const late = await import('../modules/upper/index.ts')`,
    '../modules',
  ),
  example(
    'By the front door',
    upper,
    `import { list } from '#modules/upper'`,
    'write #modules/upper as a relative path',
  ),
  example('Rules are pure', rules, `import { pool } from '#platform/database/index.ts'`, 'imports #platform'),
  example('Rules are pure', rules, `import { readFileSync } from 'node:fs'`, 'imports node:fs'),
  example('Rules are pure', rules, `import { list } from './classes.store.ts'`, 'imports ./classes.store.ts'),
  {
    rule: 'Rules are pure',
    files: {
      'src/modules/ground/index.ts': `${text}export { list } from './store.ts'`,
      [rules]: `${text}import { list } from '#modules/ground'\nexport const all = list`,
    },
    says: `${rules}: imports #modules/ground`,
  },
  example('Rules are pure', rules, 'export const now = () => new Date()', 'calls new Date'),
  example(
    'Rules are pure',
    'src/modules/upper/marks.model.ts',
    'export const n = () => Math.random()',
    'calls Math.random',
  ),
  example('Rules are pure', rules, 'export const zone = process.env.TZ', 'looks at the process'),
  example(
    'SQL stays home',
    upper,
    `export const all = (tx: Tx) => tx.selectFrom('upper.class')`,
    '.selectFrom() belongs',
  ),
  example('SQL stays home', 'src/app/cli.ts', 'export const all = sql`select 1`', 'sql`` belongs'),
  example('SQL stays home', upper, `export const all = (db: Db) => db.query('select 1')`, '.query() belongs'),
  example(
    'Lists page by key',
    store,
    'export const some = sql`select 1 from upper.class limit 9 offset 20`',
    'skips rows with offset',
  ),
  example(
    'Lists page by key',
    store,
    'export const some = sql`select 1 from upper.class order by seq limit 200`',
    'cuts rows at a number of its own',
  ),
  example(
    'Lists page by key',
    'src/modules/upper/marks.view.tsx',
    'export const Pages = () => <Pagination text="9" />',
    'draws pages itself',
  ),
  example('SQL stays home', store, 'export const all = sql`select 1 from ground.unit`', 'touches ground.unit'),
  example(
    'SQL stays home',
    store,
    `export const all = (tx: Tx) => tx.deleteFrom('ground.unit')`,
    'touches ground.unit',
  ),
  example(
    'SQL stays home',
    upper,
    `export const all = (tx: Tx) => insertRows(tx, 'upper.class', [])`,
    '.insertRows() belongs',
  ),
  example('SQL stays home', store, `export const all = recordsOf('ground.unit', [])`, 'touches ground.unit'),
  example(
    'SQL stays home',
    store,
    'export const all = sql`select 1 from platform.audit`',
    'upper touches platform.audit',
  ),
  example(
    'SQL stays home',
    'src/modules/upper/migrations/002_x.sql',
    'create index on ground.unit (id);',
    'touches ground.unit',
  ),
  example(
    'SQL stays home',
    'src/modules/ground/names.store.ts',
    'sql`select from upper.published_class`',
    'reads upper.published',
  ),
  example('One way in', store, 'export const all = (db: Db) => db.transaction().execute(run)', 'opens a transaction'),
  example('One way in', store, 'export const all = sql`begin`', 'steers a transaction'),
  example('One way in', upper, 'export const all = (work: Work) => list.run(work, {})', 'list.run() runs'),
  example('One way in', upper, 'export const all = (work: Work) => list.run?.(work, {})', 'list.run() runs'),
  example('One way in', upper, 'export const all = (work: Work) => list.run.call(list, work)', 'list.run.call() runs'),
  example('One way in', 'src/app/cli.ts', 'export const all = (work: Work) => list.run(work, {})', 'list.run() runs'),
  example(
    'Server by default',
    'src/ui/bar.tsx',
    'export const Bar = () => <b style="width: 1px" />',
    'style= is refused',
  ),
  example(
    'Server by default',
    'src/modules/upper/map.island.tsx',
    'export const Map = () => null',
    'does not call hydrateIsland',
  ),
  example('Small pieces', 'src/kernel/long.ts', 'export const a = 1\n'.repeat(301), 'has 302 lines'),
  example('Small pieces', upper, `export function slow() {\n${'  go()\n'.repeat(60)}}`, 'slow has 62 lines'),
  example('Small pieces', upper, 'export const x: any = 1', 'says any'),
  example('Small pieces', upper, '// @ts-ignore\nexport const x = 1', 'says ts-ignore'),
  example('Small pieces', 'src/kernel/date-utils.ts', 'export const x = 1', 'is called utils'),
  example('Only one way', upper, `import moment from 'moment'`, 'moment is another way'),
  example('Only one way', upper, `import pg from 'pg'`, 'pg is known only to src/platform/database/'),
  example('Only one way', upper, `import { list } from './classes.store'`, './classes.store lacks its extension'),
  example(
    'Look-ups in maps',
    upper,
    'const types: Readonly<Record<string, string>> = { pdf: "a" }',
    'types is an object',
  ),
  example('Look-ups in maps', upper, 'const found: Record<string, number> = {}', 'found is an object literal'),
  example('Look-ups in maps', upper, 'export const a = (b: B) => ({ x: 1 } as const)[b]', 'b looks a text up'),
  example('Look-ups in maps', upper, 'export const a = (b: B) => b in known', 'b asks with `in`'),
  example(
    'Look-ups in maps',
    upper,
    'export const a = (b: B) => known[b as keyof typeof known]',
    'b as keyof typeof known makes',
  ),
  example('Composed in the kernel', rules, `export const a = (b: string) => b.normalize('NFC')`, '.normalize() is'),
  example(
    'Composed in the kernel',
    'src/kernel/id.ts',
    'export const a = (b?: string) => b?.normalize()',
    '.normalize()',
  ),
  example('Same names in every module', 'src/modules/upper/manager.ts', 'export const x = 1', 'is none of the names'),
  example(
    'Same names in every module',
    'src/modules/upper/marks.view.ts',
    'export const x = 1',
    'is none of the names',
  ),
  example('Same names in every module', 'src/modules/upper/store.ts', 'export const x = 1', 'stands beside others'),
  example('Same names in every module', 'src/modules/ground/classes.store.ts', 'export const x = 1', 'has the name of'),
  example('Same names in every module', 'src/modules/upper/teachers.rules.ts', 'export const x = 1', 'is of a topic'),
  example('Same names in every module', 'src/modules/upper/marks.pages.tsx', 'export const x = 1', 'answers at no'),
  example(
    'Same names in every module',
    'src/modules/upper/marks.view.tsx',
    'export const x = view(at)',
    'answers at an',
  ),
  {
    rule: 'Few folders',
    files: { 'src/modules/upper/marks/marks.model.ts': `${text}export const x = 1` },
    says: 'src/modules/upper/marks: holds fewer than 3 files',
  },
  example('Few folders', 'src/modules/upper/a/b/c/marks.model.ts', 'export const x = 1', 'lies deeper than 2 folders'),
  {
    rule: 'Topics in order',
    files: {
      'src/kernel/one.ts': `${text}import { two } from './two.ts'\nexport const one = two`,
      'src/kernel/two.ts': `${text}import type { one } from './one.ts'\nexport const two = 2`,
    },
    says: 'src/kernel/one.ts: goes in a circle: src/kernel/one.ts > src/kernel/two.ts > src/kernel/one.ts',
  },
  {
    rule: 'Topics in order',
    files: {
      'src/modules/upper/classes.model.ts': `${text}import { named } from './class-words.rules.ts'\nexport const x = named`,
      'src/modules/upper/class-words.texts.ts': `${text}import { list } from './classes.store.ts'\nexport const x = list`,
    },
    says: 'src/modules/upper: topics go in a circle: classes > class-words > classes',
  },
  {
    rule: 'Topics in order',
    files: {
      [upper]: `${text}import { Row } from './rows.view.tsx'\nexport const x = Row`,
      'src/modules/upper/rows.view.tsx': `${text}export const Row = () => null`,
    },
    says: `${upper}: imports src/modules/upper/rows.view.tsx, which stands nearer`,
  },
  {
    rule: 'Same names in every module',
    files: { 'src/modules/third/README.md': '# third' },
    says: 'src/modules/third/index.ts: is missing',
  },
  {
    rule: 'Ground first',
    files: { 'src/modules/third/README.md': '# third' },
    says: 'src/modules/third: third is not in moduleOrder',
  },
  example('Rules are tested', rules, 'export const x = 1', 'has no test beside it: marks.test.ts'),
  {
    rule: 'Rules are tested',
    files: {
      [rules]: `${text}export const x = 1`,
      'src/modules/upper/teachers/marks.test.ts': `${text}import { x } from '../marks.rules.ts'\ntest('x', () => x)`,
    },
    says: `${rules}: has no test beside it: marks.test.ts`,
  },
  ...untested.slice(0, 1).map((path) => ({
    rule: 'Rules are tested',
    files: {
      [path]: `${text}export const x = 1`,
      [path.replace('.rules.ts', '.test.ts')]: `${text}import { x } from './x.ts'\ntest('x', () => x)`,
    },
    says: `${path}: is still listed as untested`,
  })),
  example('Opens with a sentence', upper, '/* no */ export const x = 1', 'does not open with'),
  example('Opens with a sentence', 'src/kernel/unitCode.ts', 'export const x = 1', 'is not named in kebab-case'),
]
