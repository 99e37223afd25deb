import { parseSync } from '@swc/core'

export interface Import {
  /** As written: `../domain/claim.ts`, `graphql`, `node:fs`. */
  readonly specifier: string
  /** What it takes from there, `default` among it; `*` where it takes whatever there is. */
  readonly names: readonly string[]
  /** From 1. */
  readonly line: number
}

export interface ModuleReads {
  /** Imports, exports from, `import type`, `import('…')` as expression and as type, and `require('…')`. */
  readonly imports: readonly Import[]
  /** The lines that reach for `process.env`, in any of its spellings. */
  readonly environment: readonly number[]
}

type Node = { readonly [property: string]: unknown }

/**
 * What a TypeScript module reads from outside itself.
 *
 * @throws the parser's error where the text is not TypeScript.
 */
export function readModule(text: string): ModuleReads {
  // The parser's positions count UTF-8 bytes from a start of its own choosing: an empty statement marks ours.
  const marked = `;${text.replace(/^#!/, '//')}`
  const module = parseSync(marked, { syntax: 'typescript', target: 'es2022' })
  const bytes = Buffer.from(marked)
  const lineOf = (node: Node) => {
    const { start } = node.span as { start: number }
    return bytes
      .subarray(0, start - module.span.start)
      .toString()
      .split('\n').length
  }

  const imports: Import[] = []
  const environment: number[] = []
  visit(module as unknown as Node, (node) => {
    const specifier = importedBy(node)
    if (specifier !== undefined) imports.push({ specifier, names: takenBy(node), line: lineOf(node) })
    if (readsEnvironment(node)) environment.push(lineOf(node))
  })
  return { imports, environment }
}

function visit(node: Node, see: (node: Node) => void): void {
  if (typeof node.type === 'string') see(node)
  for (const child of Object.values(node)) {
    if (typeof child === 'object' && child !== null) visit(child as Node, see)
  }
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
    case 'CallExpression': {
      const callee = node.callee as Node
      const [argument] = node.arguments as readonly Node[]
      return callee.type === 'Import' || isNamed(callee, 'require')
        ? literal(argument?.expression)
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

function readsEnvironment(node: Node): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return isProperty(node, 'env') && isProcess(node.object)
    case 'VariableDeclarator':
      return isProcess(node.init) && takes(node.id, 'env')
    case 'ImportDeclaration': {
      const source = literal(node.source)
      if (source !== 'node:process' && source !== 'process') return false
      return (node.specifiers as readonly Node[]).some(({ local, imported }) =>
        isNamed(imported ?? local, 'env'),
      )
    }
    default:
      return false
  }
}

/** `process`, `globalThis.process` */
function isProcess(value: unknown): boolean {
  return isNamed(value, 'process') || isProperty(value, 'process')
}

function isNamed(value: unknown, name: string): boolean {
  const node = value as Node | null | undefined
  return node?.type === 'Identifier' && node.value === name
}

/** `….name` and `…['name']` */
function isProperty(value: unknown, name: string): boolean {
  const node = value as Node | null | undefined
  if (node?.type !== 'MemberExpression') return false
  const property = node.property as Node
  return isNamed(property, name) || (property.type === 'Computed' && literal(property.expression) === name)
}

/** Whether a pattern like `{ name }` or `{ name: other }` takes the property. */
function takes(pattern: unknown, name: string): boolean {
  const node = pattern as Node
  if (node.type !== 'ObjectPattern') return false
  return (node.properties as readonly Node[]).some(({ key }) => isNamed(key, name))
}

function literal(value: unknown): string | undefined {
  const node = value as Node | null | undefined
  if (node?.type === 'StringLiteral') return node.value as string
  if (node?.type !== 'TemplateLiteral') return undefined
  const [quasi, ...further] = node.quasis as readonly Node[]
  return further.length === 0 ? (quasi?.cooked as string) : undefined
}
