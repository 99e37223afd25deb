/**
 * A language tag (BCP 47), whose letter case means nothing, in the case in which it is stored and compared: small
 * letters, but a script as "Latn" and a region as "US" (RFC 5646, section 2.1.1). After a single letter or digit, which
 * begins an extension, all is small. A subtag is never replaced by another, so that the result hangs on no registry.
 */
export function canonicalLanguageTag(tag: string): string {
  const subtags = tag.toLowerCase().split('-')
  return subtags
    .map((subtag, index) => {
      if (index === 0 || subtags[index - 1]!.length === 1) return subtag
      if (subtag.length === 2) return subtag.toUpperCase()
      return subtag.length === 4 ? subtag[0]!.toUpperCase() + subtag.slice(1) : subtag
    })
    .join('-')
}
