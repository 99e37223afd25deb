import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** A query worth showing, as it stands in the page's tabs and in the greeting of `claimgraph start`. */
export interface ExampleQuery {
  readonly title: string
  readonly query: string
}

/** The page as it goes over the wire. */
export interface GraphiqlPage {
  readonly html: Buffer
  readonly gzipped: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** Two links of a chain. */
const FAVICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#1f6f8b" stroke-width="4"><rect x="3" y="10" width="15" height="12" rx="6"/><rect x="14" y="10" width="15" height="12" rx="6"/></svg>',
)}`

/**
 * GraphiQL with everything inside: scripts, styles, fonts, workers and icon, some 9 MB. Its content security policy
 * lets the browser run exactly this script and speak to exactly this server, so that the page works without a
 * network and tells nobody what is asked.
 *
 * The tabs hold the example queries at the first visit; afterwards GraphiQL keeps what its user left there.
 */
export async function graphiqlPage(
  endpoint: string,
  examples: readonly ExampleQuery[],
): Promise<GraphiqlPage> {
  // Loaded when first asked for: it is larger than all the rest of the service.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const options = {
    endpoint,
    title: 'claimgraph',
    favicon: FAVICON,
    defaultTabs: examples.map(({ title, query }) => ({ query: `# ${title}\n\n${query.trim()}\n` })),
  }
  // The renderer puts the options into a script, where "</script>" in a query would end it.
  const inScript = JSON.stringify(options)
  const html = renderGraphiQL(options)
    .trimStart()
    .replace(inScript, () => inScript.replaceAll('<', '\\u003c'))
  const bytes = Buffer.from(html)
  return {
    html: bytes,
    gzipped: await promisify(gzip)(bytes),
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(html),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
      vary: 'accept, accept-encoding',
      etag: `"${createHash('sha256').update(bytes).digest('base64url')}"`,
    },
  }
}

function contentSecurityPolicy(html: string): string {
  const script = html.slice(html.indexOf('<script>') + '<script>'.length, html.lastIndexOf('</script>'))
  // A browser hashes the script as the parser left it: with line ends as LF.
  const hash = createHash('sha256').update(script.replaceAll(/\r\n?/g, '\n')).digest('base64')
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    // The editor writes style elements and attributes as it runs.
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    'font-src data:',
    'worker-src blob:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
