import { parseSync } from '@swc/core'

export interface Import {
  /** As written: `../domain/claim.ts`, `graphql`, `node:fs`. */
  readonly specifier: string
  /** What it takes from there, `default` among it; `*` where it takes whatever there is. */
  readonly names: readonly string[]
  /** From 1. */
  readonly line: number
}

export interface Use {
  /**
   * `fetch`; with the property it is asked for, `process.env`; where one is made, `new Date`, and without an argument
   * `new Date()`. `import()` imports what is worked out only when it runs, `/// <reference>` speaks to the compiler.
   */
  readonly name: string
  /** From 1. */
  readonly line: number
}

export interface ModuleReads {
  /** Imports, exports from, `import type`, `import('…')` as expression and as type, `require('…')`, `declare module`. */
  readonly imports: readonly Import[]
  /** Every name that stands for a value, also one that the module declares itself. */
  readonly uses: readonly Use[]
}

type Node = { readonly [property: string]: unknown }

/** Where a node stands: what it belongs to, and as what. */
interface Place {
  readonly parent: Node | null
  readonly field: string
}

/**
 * What a TypeScript module reads from outside itself.
 *
 * @throws the parser's error where the text is not TypeScript.
 */
export function readModule(text: string): ModuleReads {
  // The parser's positions count UTF-8 bytes from a start of its own choosing: an empty statement marks ours.
  const marked = `;${text.replace(/^#!/, '//')}`
  const module = parseSync(marked, { syntax: 'typescript', target: 'es2022' })
  const lines = linesOf(marked)
  const lineOf = (node: Node) => lines[(node.span as { start: number }).start - module.span.start]!

  const imports: Import[] = []
  const uses: Use[] = text.split('\n').flatMap((written, index) => {
    return /^\s*\/\/\/\s*<reference\s/.test(written) ? [{ name: '/// <reference>', line: index + 1 }] : []
  })
  visit(module as unknown as Node, (node, place) => {
    const specifier = importedBy(node)
    if (specifier !== undefined) imports.push({ specifier, names: takenBy(node), line: lineOf(node) })
    const name = usedBy(node, place)
    if (name !== undefined) uses.push({ name, line: lineOf(node) })
  })
  return { imports, uses }
}

/** The line of each byte, from 1. */
function linesOf(text: string): Uint32Array {
  let line = 1
  return Uint32Array.from(Buffer.from(text), (byte) => (byte === 0x0a ? line++ : line))
}

function visit(
  node: Node,
  see: (node: Node, place: Place) => void,
  place: Place = { parent: null, field: '' },
): void {
  if (typeof node.type === 'string') see(node, place)
  for (const [field, child] of Object.entries(node))
    for (const one of Array.isArray(child) ? child : [child])
      if (typeof one === 'object' && one !== null) visit(one, see, { parent: node, field })
}

function importedBy(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return literal(node.source)
    case 'TsImportType':
      return literal(node.argument)
    case 'TsExternalModuleReference':
      return literal(node.expression)
    case 'TsModuleDeclaration':
      return literal(node.id)
    case 'CallExpression': {
      const { type, value } = node.callee as Node
      return type === 'Import' || (type === 'Identifier' && value === 'require')
        ? literal(argumentOf(node))
        : undefined
    }
    default:
      return undefined
  }
}

function takenBy({ type, specifiers }: Node): string[] {
  if (type !== 'ImportDeclaration' && type !== 'ExportNamedDeclaration') return ['*']
  return (specifiers as readonly Node[]).map((one) => {
    switch (one.type) {
      case 'ImportSpecifier':
        return ((one.imported ?? one.local) as Node).value as string
      case 'ExportSpecifier':
        return (one.orig as Node).value as string
      default:
        return one.type === 'ImportDefaultSpecifier' ? 'default' : '*'
    }
  })
}

/** Fields whose identifier names something within something else, or a type. */
const NAMES_ONLY = [
  'property',
  'key',
  'local',
  'imported',
  'orig',
  'exported',
  'typeName',
  'exprName',
  'label',
]

function usedBy(node: Node, { parent, field }: Place): string | undefined {
  if (node.type === 'CallExpression' && (node.callee as Node).type === 'Import')
    return literal(argumentOf(node)) === undefined ? 'import()' : undefined
  if (node.type !== 'Identifier' || NAMES_ONLY.includes(field) || parent?.type === 'TsQualifiedName')
    return undefined
  const name = node.value as string
  if (parent?.type === 'MemberExpression') {
    const property = propertyOf(parent)
    return property === undefined ? name : `${name}.${property}`
  }
  if (parent?.type === 'NewExpression')
    return argumentOf(parent) === undefined ? `new ${name}()` : `new ${name}`
  return name
}

/** `….name` and `…['name']`; undefined where the name is worked out only when it runs. */
function propertyOf({ property }: Node): string | undefined {
  const { type, value, expression } = property as Node
  return type === 'Computed' ? literal(expression) : (value as string)
}

/** The first of a call. */
function argumentOf(node: Node): unknown {
  return (node.arguments as readonly Node[] | null)?.[0]?.expression
}

function literal(value: unknown): string | undefined {
  const node = value as Node | null | undefined
  if (node?.type === 'StringLiteral') return node.value as string
  if (node?.type !== 'TemplateLiteral') return undefined
  const [quasi, ...further] = node.quasis as readonly Node[]
  return further.length === 0 ? (quasi?.cooked as string) : undefined
}
