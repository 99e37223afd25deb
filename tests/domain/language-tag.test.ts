import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { canonicalLanguageTag } from '../../src/domain/language-tag.ts'

describe('language tags', () => {
  // The examples of RFC 5646, section 2.1.1, and what no registry knows.
  test.each([
    ['EN-us', 'en-US'],
    ['en-ca-x-ca', 'en-CA-x-ca'],
    ['EN-CA-X-CA', 'en-CA-x-ca'],
    ['SGN-be-fr', 'sgn-BE-FR'],
    ['AZ-latn-x-latn', 'az-Latn-x-latn'],
    ['mn-CYRL-mn', 'mn-Cyrl-MN'],
    ['UND', 'und'],
    ['es-419', 'es-419'],
    ['sl-ROZAJ-1994', 'sl-rozaj-1994'],
    ['IW', 'iw'],
    ['en-A', 'en-a'],
  ])('%s is %s', (written, tag) => {
    expect(canonicalLanguageTag(written)).toBe(tag)
  })

  test('letter case makes no difference, and the result stays as it is', () => {
    const subtag = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/)
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{2,8}$/), fc.array(subtag, { maxLength: 4 }), (first, more) => {
        const written = [first, ...more].join('-')
        const tag = canonicalLanguageTag(written)
        expect(canonicalLanguageTag(tag)).toBe(tag)
        expect(canonicalLanguageTag(written.toUpperCase())).toBe(tag)
        expect(tag.toLowerCase()).toBe(written.toLowerCase())
      }),
    )
  })
})
