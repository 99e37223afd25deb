import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { canonicalUrl, URL_LENGTH } from '../../src/domain/canonical-url.ts'
import { foldCase } from '../../src/domain/fold-case.ts'
import { normalizeText, textProblem } from '../../src/domain/well-formed-text.ts'

describe('well-formed text', () => {
  test.each([
    ['Kyiv 🦊 é x̂ שלום سلام', {}],
    ['one\ntwo\tthree\r\n', { multiline: true }],
    ['\u202bשלום\u202c', {}],
    ['\u200fשלום', { name: true }],
    ['', {}],
    ['Kyiv\u00a0\u200b', { name: true, multiline: true }],
    ['\u200b', { multiline: true }],
    ['🦊', { name: true }],
  ])('%j is text with %j', (text, rules) => {
    expect(textProblem(text, rules)).toBeNull()
  })

  test.each([
    ['a🦊\ud83e', {}, 'The character at 2 (in code points, from 0) is half a surrogate pair, U+D83E'],
    ['\udd8a\ud83e', {}, 'at 0 (in code points, from 0) is half a surrogate pair, U+DD8A'],
    ['a\u0000', { multiline: true }, 'a control character, U+0000'],
    ['a\u001b[1m', { multiline: true }, 'a control character, U+001B'],
    ['a\u007f', { multiline: true }, 'a control character, U+007F'],
    [
      'Trump\u0092s',
      { multiline: true },
      'a control character, U+0092, which text cannot hold. Text in Windows-1252',
    ],
    ['a\u0085b', { multiline: true }, 'U+0085'],
    ['a\u009f', { multiline: true }, 'U+009F'],
    ['\u200b', { name: true }, 'Nothing of it can be seen'],
    [' \u00a0\u2060\u3164\u2800\u00ad', { name: true }, 'Nothing of it can be seen'],
    ['a\nb', {}, 'a line break'],
    ['a\r', {}, 'a line break'],
    ['a\tb', {}, 'a tab'],
    ['Reu\u202eters', { name: true }, 'U+202E, which a name cannot hold'],
    ['Reu\u2066ters', { name: true }, 'U+2066, which a name cannot hold'],
  ])('%j is not text with %j', (text, rules, message) => {
    expect(textProblem(text, rules)).toContain(message)
  })

  test('a string passes if UTF-8 can carry it and it holds no control', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom('\ud83e', '\udd8a', '\u0007', '\n', '\u007f', '\u0085'),
    )
    fc.assert(
      fc.property(
        fc.array(unit).map((units) => units.join('')),
        (text) => {
          const carried = Buffer.from(text, 'utf8').toString('utf8') === text
          const controls = /[^\P{Cc}\n\r\t]/u.test(text)
          expect(textProblem(text, { multiline: true }) === null).toBe(carried && !controls)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('normalised text is NFC with line feeds, and stays as it is', () => {
    expect(normalizeText('e\u0301\r\n\r\n🦊\r.\n\u212b')).toBe('é\n\n🦊\n.\nÅ')
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('\r', '\n', 'e', '\u0301', '\u0323', '🦊', 'ש', 'ּ') }),
        (text) => {
          const once = normalizeText(text)
          expect(once).not.toContain('\r')
          expect(once).toBe(once.normalize('NFC'))
          expect(normalizeText(once)).toBe(once)
        },
      ),
    )
  })
})

describe('case folding', () => {
  test.each([
    ['Marco RUBIO', 'marco rubio'],
    ['STRAẞE', 'Straße'],
    ['STRASSE', 'straße'],
    ['ΟΔΟΣ', 'οδος'],
    ['ΚΥΡΙΑΚΟΣ ΜΗΤΣΟΤΑΚΗΣ', 'Κυριακος Μητσοτακησ'],
    ['E\u0301LYSE\u0301E', 'élysée'],
    ['𐐀', '𐐨'],
    ['ВЛАДИМИР', 'владимир'],
    ['ﬁn', 'FIN'],
    ['\u212a', 'k'],
  ])('%s and %s are one', (one, other) => {
    expect(foldCase(one)).toBe(foldCase(other))
  })

  test('accents, width and right-to-left letters are kept', () => {
    expect(foldCase('É')).not.toBe(foldCase('E'))
    expect(foldCase('Ａ')).not.toBe(foldCase('A'))
    expect(foldCase('שלום سلام 🦊')).toBe('שלום سلام 🦊')
    expect(foldCase('İ')).toBe('i\u0307')
  })

  test('a part of a word folds to a part of the folded word, a final sigma too', () => {
    expect(foldCase('ΜΗΤΣΟΤΑΚΗΣ')).toContain(foldCase('ΜΗΤΣ'))
    expect(foldCase('Μητσοτακης 🦊')).toContain(foldCase('τακησ'))
  })

  test('every character folds once and for all, and like its other cases', () => {
    for (let codePoint = 0; codePoint < 0x110000; codePoint++) {
      if (codePoint >= 0xd800 && codePoint < 0xe000) continue
      const character = String.fromCodePoint(codePoint)
      const folded = foldCase(character)
      if (foldCase(folded) !== folded || foldCase(character.toUpperCase()) !== folded) {
        throw new Error(`U+${codePoint.toString(16)}: ${character} folds to ${folded}, then differently`)
      }
    }
  })

  test('folding is idempotent, and neither composition nor upper case changes it', () => {
    const unit = fc.constantFrom(...'aAßẞΣςσIıi\u0307\u0301\u0345ᾳΑ🦊שK', '𐐀')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: 'grapheme' })), (text) => {
        const folded = foldCase(text)
        expect(foldCase(folded)).toBe(folded)
        expect(foldCase(text.normalize('NFD'))).toBe(folded)
        expect(folded).toBe(folded.normalize('NFC'))
        expect(foldCase(text.normalize('NFC').toUpperCase())).toBe(folded)
      }),
      { numRuns: 500 },
    )
  })
})

describe('canonical addresses', () => {
  test.each([
    ['https://Example.COM', 'https://example.com/'],
    ['http://example.com/', 'https://example.com/'],
    ['http://example.com:80/a', 'https://example.com/a'],
    ['http://example.com:443/a', 'https://example.com/a'],
    ['https://example.com:443/a', 'https://example.com/a'],
    ['https://example.com:80/a', 'https://example.com:80/a'],
    ['http://example.com:8080/a', 'https://example.com:8080/a'],
    [' https://example.com/2025/04/18/story/ ', 'https://example.com/2025/04/18/story'],
    ['https://example.com/a//', 'https://example.com/a'],
    ['https://example.com//', 'https://example.com/'],
    ['https://example.com/a/../b/./c', 'https://example.com/b/c'],
    ['https://example.com/a/#top', 'https://example.com/a'],
    ['https://example.com/A?b=2&a=1&b=0', 'https://example.com/A?b=2&a=1&b=0'],
    ['https://example.com/?utm_source=x&id=7&fbclid=1&gclid=2', 'https://example.com/?id=7'],
    ['https://example.com/?UTM_Medium=x&mc_cid=1&mc_eid=2&igshid=3', 'https://example.com/'],
    ['https://example.com/?utm%5Fsource=x&a%20b=c+d&&e', 'https://example.com/?a%20b=c+d&e'],
    ['https://example.com/a/?', 'https://example.com/a'],
    ['https://example.com/?gclida=1&autm_x=2', 'https://example.com/?gclida=1&autm_x=2'],
    ['https://münchen.example/straße?q=🦊', 'https://xn--mnchen-3ya.example/stra%C3%9Fe?q=%F0%9F%A6%8A'],
    ['https://[::1]:443/a', 'https://[::1]/a'],
  ])('%s is %s', (written, url) => {
    expect(canonicalUrl(written)).toEqual({ ok: true, url })
  })

  test.each([
    ['ftp://example.com/', 'The scheme is "ftp"'],
    ['javascript:alert(1)', 'The scheme is "javascript"'],
    ['file:///etc/hosts', 'The scheme is "file"'],
    ['example.com/a', 'write it whole'],
    ['https://', 'write it whole'],
    ['', 'write it whole'],
    ['https://user@example.com/', 'user name'],
    ['https://user:word@example.com/', 'user name'],
    ['https://example.com/a b', '%20'],
    ['https://example.com/a\u00a0b', '%20'],
    ['https://exam\nple.com/', 'line break'],
    ['https://example.com/\ud83e', 'surrogate'],
    [`https://example.com/${'a'.repeat(URL_LENGTH)}`, 'at most 2048'],
    [`https://example.com/${'é'.repeat(500)}`, 'at most 2048'],
  ])('%j is refused', (written, message) => {
    expect(canonicalUrl(written)).toMatchObject({ ok: false, message: expect.stringContaining(message) })
  })

  test('canonical addresses stay as they are; scheme, fragment, last slash and tracking make no difference', () => {
    const query = fc.array(fc.constantFrom('a=1', 'utm_id=2', 'b', '', '=', 'c=%2F/', "d='é'", 'fbclid'))
    const path = fc.array(fc.constantFrom('a', 'B', '', '.', '..', '%7E', 'é', "'", ';x', '🦊'))
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.constant('http://X.org:81')),
        path,
        query,
        (base, segments, parameters) => {
          const address = `${base.split('?')[0]!.replace(/\/$/, '')}/${segments.join('/')}`
          const first = canonicalUrl(`${address}?${parameters.join('&')}`)
          if (!first.ok) throw new Error(first.message)
          expect(canonicalUrl(first.url)).toEqual(first)
          // A path of its own may hold an ampersand.
          expect(first.url).not.toMatch(/#|^http:|\?$/)
          expect(new URL(first.url).search).not.toMatch(/utm_|fbclid|&$/)
          expect(new URL(first.url).pathname).toMatch(/^[/]$|[^/]$/)
          const other = `${address.replace(/^https?/, 'HTTP')}/?utm_source=x&${parameters.join('&')}&gclid=1#top`
          expect(canonicalUrl(other)).toEqual(first)
        },
      ),
      { numRuns: 500 },
    )
  })
})
