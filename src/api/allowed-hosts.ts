import { isIP } from 'node:net'

/**
 * Whether a request may ask by this name: "localhost", any IP address, or one of `allowed`. A page of another origin
 * could otherwise let its own name lead to this service and, being of that name's origin, read and write as if it were
 * ours (DNS rebinding). An address is no name that could be led elsewhere.
 *
 * @param host the request's Host header, with or without a port; absent in HTTP/1.0, which no browser speaks
 */
export function mayAskAs(host: string | undefined, allowed: readonly string[]): boolean {
  if (host === undefined) return true
  // What a URL holds is in lower case, and an IPv6 address in brackets.
  const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
  return (
    name === 'localhost' ||
    isIP(name.replace(/^\[|\]$/g, '')) !== 0 ||
    allowed.some((each) => each.toLowerCase() === name)
  )
}
