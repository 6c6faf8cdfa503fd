/** One source file read into the facts that the rules of the house look at. */
import { type ESTree, parseSync, Visitor } from 'vite'

export interface Import {
  readonly from: string
  /** Only types are taken, so nothing of the other file runs. */
  readonly isType: boolean
  readonly line: number
}

export interface Call {
  /** As written: `db.selectFrom`, `Date.now`, `new Date`, `describe`. */
  readonly name: string
  readonly method: string
  readonly argumentCount: number
  /** The arguments that are plain strings. */
  readonly strings: readonly string[]
  readonly line: number
}

export interface Source {
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
  readonly calls: readonly Call[]
  /** The text of each sql`` template, `?` where a value stands. */
  readonly sql: readonly { readonly text: string; readonly line: number }[]
  readonly functions: readonly { readonly name: string; readonly length: number; readonly line: number }[]
  /** Places where a text is looked up in an object literal; see lookup-rules.ts. */
  readonly lookups: readonly {
    readonly kind: 'record' | 'in place' | 'in' | 'cast'
    readonly name: string
    readonly line: number
  }[]
  /** `any`, `style=` and whatever else is refused by its mere presence. */
  readonly marks: readonly { readonly mark: string; readonly line: number }[]
}

type Function = ESTree.Function | ESTree.ArrowFunctionExpression

/** Parses TypeScript or TSX; throws where it cannot be read. */
export function readSource(path: string, text: string): Source {
  const { program, module, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const line = (offset: number) => text.slice(0, offset).split('\n').length
  const result = visit(program, text, line)
  const ignored = comments.filter((comment) => /@ts-(ignore|expect-error|nocheck)/.test(comment.value))
  const marks = [...result.marks, ...ignored.map((comment) => ({ mark: 'ts-ignore', line: line(comment.start) }))]
  return {
    path,
    text,
    ...result,
    lookups: lookupsIn(program, text, line),
    marks,
    imports: importsOf(module, text, line),
  }
}

type Module = ReturnType<typeof parseSync>['module']

function importsOf(module: Module, text: string, line: (offset: number) => number): Import[] {
  const named = module.staticImports.map(({ moduleRequest, entries, start }) => ({
    from: moduleRequest.value,
    isType: entries.length > 0 && entries.every((entry) => entry.isType),
    line: line(start),
  }))
  const passedOn = module.staticExports.flatMap(({ entries, start }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ from: moduleRequest.value, isType, line: line(start) }] : [],
    ),
  )
  const late = module.dynamicImports.map(({ moduleRequest, start }) => ({
    from: text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
    isType: false,
    line: line(start),
  }))
  return [...named, ...passedOn, ...late]
}

function visit(program: ESTree.Program, text: string, line: (offset: number) => number) {
  const calls: Call[] = []
  const sql: { text: string; line: number }[] = []
  const functions: { name: string; length: number; line: number }[] = []
  const marks: { mark: string; line: number }[] = []
  const groups = new Set<number>()
  const measure = (node: Function) => {
    if (groups.has(node.start)) return
    const name = ('id' in node && node.id?.name) || text.slice(node.start, node.start + 30).split('\n')[0] || ''
    functions.push({ name, length: line(node.end) - line(node.start) + 1, line: line(node.start) })
  }
  const note = (name: string, node: ESTree.CallExpression | ESTree.NewExpression) => {
    const strings = node.arguments.flatMap((given) =>
      given.type === 'Literal' && typeof given.value === 'string' ? [given.value] : [],
    )
    const method = name.split('.').at(-1) ?? name
    calls.push({ name, method, argumentCount: node.arguments.length, strings, line: line(node.start) })
    // A `describe` groups tests: the tests in it are measured, not the group.
    if (method === 'describe') for (const given of node.arguments) groups.add(given.start)
  }
  new Visitor({
    CallExpression: (node) => note(text.slice(node.callee.start, node.callee.end), node),
    NewExpression: (node) => note(`new ${text.slice(node.callee.start, node.callee.end)}`, node),
    TaggedTemplateExpression: (node) => {
      if (!/^sql\b/.test(text.slice(node.tag.start, node.tag.end))) return
      sql.push({ text: node.quasi.quasis.map((part) => part.value.raw).join('?'), line: line(node.start) })
    },
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
    TSAnyKeyword: (node) => marks.push({ mark: 'any', line: line(node.start) }),
    MemberExpression: (node) => {
      if (node.object.type === 'Identifier' && node.object.name === 'process')
        marks.push({ mark: 'process', line: line(node.start) })
    },
    JSXAttribute: (node) => {
      const name = node.name.type === 'JSXIdentifier' ? node.name.name : ''
      if (/^(style|on(click|change|input|submit|load|key[a-z]+))$/.test(name))
        marks.push({ mark: `${name}=`, line: line(node.start) })
    },
  }).visit(program)
  return { calls, sql, functions, marks }
}

/** Through brackets and `as const`. */
function bare(node: ESTree.Node): ESTree.Node {
  return node.type === 'TSAsExpression' || node.type === 'ParenthesizedExpression' ? bare(node.expression) : node
}

function isLiteralKey(node: ESTree.Node): boolean {
  return node.type === 'Literal' || node.type === 'PrivateIdentifier'
}

function lookupsIn(program: ESTree.Program, text: string, line: (offset: number) => number): Source['lookups'] {
  const lookups: Source['lookups'][number][] = []
  const textOf = (node: ESTree.Node) => text.slice(node.start, node.end).slice(0, 40)
  new Visitor({
    VariableDeclarator: (node) => {
      const type = node.id.type === 'Identifier' && node.id.typeAnnotation ? textOf(node.id.typeAnnotation) : ''
      const value = node.init && bare(node.init)
      if (!/\bRecord<\s*string\s*,/.test(type) || value?.type !== 'ObjectExpression') return
      // What only spreads another is a copy, and as good as that one.
      const isCopy = value.properties.length > 0 && value.properties.every(({ type: kind }) => kind === 'SpreadElement')
      const name = node.id.type === 'Identifier' ? node.id.name : ''
      if (!isCopy) lookups.push({ kind: 'record', name, line: line(node.start) })
    },
    MemberExpression: (node) => {
      if (!node.computed || isLiteralKey(node.property)) return
      const name = textOf(node.property)
      if (bare(node.object).type === 'ObjectExpression')
        lookups.push({ kind: 'in place', name, line: line(node.start) })
      if (/\bas keyof typeof\b/.test(text.slice(node.property.start, node.property.end)))
        lookups.push({ kind: 'cast', name, line: line(node.start) })
    },
    BinaryExpression: (node) => {
      if (node.operator !== 'in' || isLiteralKey(node.left)) return
      lookups.push({ kind: 'in', name: textOf(node.left), line: line(node.start) })
    },
  }).visit(program)
  return lookups
}
