import { textProblem } from './well-formed-text.ts'

/** Longest address, in characters, before and after it is made canonical. */
export const URL_LENGTH = 2_048

export type CanonicalUrl =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly message: string }

const TRACKING_PARAMETERS = new Set(['fbclid', 'gclid', 'mc_cid', 'mc_eid', 'igshid'])

/**
 * The one form of a web address under which an article is known, so that the same page reached in different ways is
 * one article. Parsed as the WHATWG URL Standard says (lower-case host in Punycode, `..` resolved, other characters
 * percent-encoded); then:
 *
 * - the scheme is https, of http addresses too, without the default port of either;
 * - no fragment;
 * - no tracking parameters: `utm_…`, `fbclid`, `gclid`, `mc_cid`, `mc_eid`, `igshid`, letter case aside. The other
 *   parameters stay as they are, in their order, empty ones (`&&`) left out;
 * - no slash at the end of the path, except for the root.
 *
 * `www.`, letter case of the path, and percent-encodings that could be written otherwise make different addresses.
 * Refused are other schemes, user names and passwords, white space inside, and more than 2,048 characters.
 * Idempotent. The message of a refusal says what would be right.
 */
export function canonicalUrl(text: string): CanonicalUrl {
  const written = text.trim()
  if (written.length > URL_LENGTH) return tooLong(written.length)
  // The parser drops line breaks and tabs in silence and turns lone surrogates into U+FFFD.
  const problem = textProblem(written)
  if (problem !== null) return refusal(problem)
  if (/\s/.test(written)) return refusal('A web address holds no white space; a space is written as %20.')
  if (!URL.canParse(written)) {
    return refusal('This is not a web address: write it whole, such as https://example.com/2025/04/18/story.')
  }
  const url = new URL(written)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return refusal(
      `The scheme is "${url.protocol.slice(0, -1)}": an address begins with https:// or http://.`,
    )
  }
  if (url.username !== '' || url.password !== '') {
    return refusal('The address holds a user name or a password: leave out what stands before the "@".')
  }
  // Of http, port 80 was dropped by the parser; port 443 is dropped when the scheme becomes https.
  url.protocol = 'https:'
  const path = url.pathname.replace(/\/+$/, '') || '/'
  const parameters = url.search.slice(1).split('&').filter(isKept)
  const canonical = `https://${url.host}${path}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`
  return canonical.length > URL_LENGTH ? tooLong(canonical.length) : { ok: true, url: canonical }
}

function isKept(parameter: string): boolean {
  if (parameter === '') return false
  const name = [...new URLSearchParams(parameter).keys()][0]?.toLowerCase() ?? ''
  return !name.startsWith('utm_') && !TRACKING_PARAMETERS.has(name)
}

function tooLong(length: number): CanonicalUrl {
  return refusal(`The address has ${length} characters; at most ${URL_LENGTH} are accepted.`)
}

function refusal(message: string): CanonicalUrl {
  return { ok: false, message }
}
