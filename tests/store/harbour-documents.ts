import type { Json, JsonObject } from '../ingest/small-document.ts'

/**
 * Three articles on one matter that know of one another. The Harbour Paper cites Newswire's report by its address and
 * moves one of its statements; the Mail has no address and cites both. They share an agent under two spellings, claims
 * by global keys (one tells the words, another only the key), an occasion and a place.
 */
export type Document = { [section: string]: JsonObject } & { statements: JsonObject[] }

export const PAPER_URL = 'https://harbour.example/2025/06/02/ferry'
export const WIRE_URL = 'https://newswire.example/ferry'

const FIRST_TEXT =
  '“We leave on Monday,” Ana Ruiz told Newswire. Two officials said the ferry sank. The ferry sank in May. It sank.'
const LATER_TEXT = '“We leave on Monday,” Ana Ruiz told Newswire. The ferry sank in May. Nobody was hurt.'

const paperAgents = (): JsonObject => ({
  paper: { kind: 'OUTLET', name: 'The Harbour Paper' },
  wire: { kind: 'OUTLET', name: 'Newswire' },
  ruiz: { kind: 'PERSON', name: 'Ana Ruiz', roles: [{ title: 'Harbour master', of: 'port' }] },
  port: { kind: 'OFFICE', name: 'Port Authority' },
  officials: { kind: 'UNNAMED', name: 'Two officials', reason: 'ANONYMOUS', size: 2 },
})

const told = (): JsonObject => ({
  told: {
    by: ['ruiz'],
    to: ['wire'],
    onBehalfOf: ['port'],
    source: 'Ana Ruiz',
    cue: 'told',
    said: { basis: 'RELATIVE', edtf: '2025-06-01', phrase: 'on Sunday' },
    place: 'quay',
    occasion: 'talk',
    reportedIn: 'wire-reported',
  },
  'wire-reported': { by: ['wire'], source: 'Newswire', cites: { url: WIRE_URL } },
})

const leave = (): JsonObject => ({
  key: 'leave',
  act: 'told',
  content: 'We leave on Monday',
  quoteType: 'DIRECT',
  speechAct: 'COMMIT',
  claim: { key: 'leaving', text: 'Ana Ruiz leaves on a Monday.' },
  revises: [{ article: { url: WIRE_URL }, text: 'We leave on Friday' }],
})

export const paper = (): Document =>
  document({
    article: {
      url: PAPER_URL,
      outlet: 'paper',
      language: 'en',
      published: '2025-06-02',
      title: 'Ferry lost',
      text: FIRST_TEXT,
    },
    recorded: { by: 'A reader' },
    agents: paperAgents(),
    places: { quay: { name: 'The quay' } },
    occasions: { talk: { key: 'quay-talk', label: 'Talk on the quay', when: '2025-06-01', place: 'quay' } },
    acts: { ...told(), said: { by: ['officials'], source: 'Two officials', cue: 'said' } },
    claims: { sank: { key: 'sank' } },
    statements: [
      leave(),
      {
        key: 'sank',
        act: 'said',
        content: { exact: 'the ferry sank', prefix: 'said ' },
        quoteType: 'INDIRECT',
        claim: 'sank',
      },
      { content: 'The ferry sank in May', claim: { text: 'The ferry sank in May.' }, supports: ['sank'] },
      { content: 'It sank', claim: 'sank' },
    ],
  })

/** The paper's article edited: two statements are gone, one is new. */
export const laterPaper = (): Document =>
  document({
    article: {
      url: PAPER_URL,
      outlet: 'paper',
      language: 'en',
      published: '2025-06-02',
      modified: '2025-06-05',
      title: 'Ferry lost, nobody hurt',
      text: LATER_TEXT,
    },
    recorded: { by: 'A reader' },
    agents: paperAgents(),
    places: { quay: { name: 'The quay' } },
    occasions: { talk: { key: 'quay-talk', label: 'Talk on the quay', when: '2025-06-01', place: 'quay' } },
    acts: told(),
    statements: [
      leave(),
      { content: 'The ferry sank in May', claim: { text: 'The ferry sank in May.' } },
      { content: 'Nobody was hurt', claim: { text: 'Nobody was hurt on the ferry.' } },
    ],
  })

export const wire = (): Document =>
  document({
    article: {
      url: WIRE_URL,
      outlet: 'wire',
      language: 'en',
      published: '2025-06-01',
      text: '“We leave on Friday,” Ruiz said on the quay. The ferry sank on Saturday.',
    },
    recorded: { by: 'A machine', method: 'EXTRACTED' },
    agents: {
      wire: { kind: 'OUTLET', name: 'NEWSWIRE', sameAs: ['https://www.wikidata.org/wiki/Q1'] },
      ruiz: { kind: 'PERSON', name: 'Ana Ruiz', aliases: ['Ruiz'], description: 'Harbour master' },
    },
    places: { quay: { name: 'The Quay', sameAs: ['https://www.wikidata.org/wiki/Q2'] } },
    occasions: { talk: { key: 'quay-talk', place: 'quay' } },
    acts: {
      said: {
        by: ['ruiz'],
        source: 'Ruiz',
        cue: 'said',
        place: 'quay',
        occasion: 'talk',
        said: '2025-05-31',
      },
    },
    statements: [
      {
        act: 'said',
        content: 'We leave on Friday',
        quoteType: 'DIRECT',
        claim: { key: 'leaving', text: 'Ana Ruiz is going to leave.' },
        status: 'PROPOSED',
        confidence: 0.75,
      },
      {
        content: 'The ferry sank on Saturday',
        claim: { key: 'sank', text: 'The ferry sank.' },
        status: 'ACCEPTED',
      },
    ],
  })

export const mail = (): Document =>
  document({
    article: {
      key: 'mail-7',
      outlet: 'mail',
      language: 'en',
      published: '2025-06-04',
      text: 'The ferry did not sink, Bo Lind wrote. Reports that the ferry sank are wrong.',
    },
    agents: {
      mail: { kind: 'OUTLET', name: 'The Mail' },
      lind: { kind: 'PERSON', name: 'Bo Lind', partOf: ['port'] },
      port: { kind: 'OFFICE', name: 'Port Authority', aliases: ['the port'] },
      paper: { kind: 'OUTLET', name: 'The Harbour Paper', aliases: ['Harbour Paper'] },
      newswire: { kind: 'OUTLET', name: 'Newswire' },
    },
    acts: {
      wrote: {
        by: ['lind'],
        source: 'Bo Lind',
        cue: 'wrote',
        mode: 'WRITING',
        said: { basis: 'VAGUE', phrase: 'lately' },
      },
      reports: { by: ['paper'], source: 'Reports', cites: { url: PAPER_URL }, reportedIn: 'first' },
      first: { by: ['newswire'], basis: 'EXTERNAL', cites: { url: WIRE_URL } },
    },
    claims: { sank: { key: 'sank' } },
    statements: [
      {
        act: 'wrote',
        content: 'The ferry did not sink',
        quoteType: 'INDIRECT',
        claim: 'sank',
        polarity: 'NEGATIVE',
        respondsTo: [
          { stance: 'REJECTS', claim: 'sank' },
          { stance: 'REJECTS', statement: { article: { url: PAPER_URL }, text: 'It sank' } },
        ],
      },
      { act: 'reports', content: 'the ferry sank', quoteType: 'INDIRECT', claim: 'sank' },
      {
        content: 'Reports that the ferry sank are wrong',
        claim: { text: 'It is wrong that the ferry sank.' },
      },
    ],
  })

const document = (sections: { [section: string]: Json }) => structuredClone(sections) as Document

/** The same document with an edit. */
export function edited(original: Document, edit: (document: Document) => void): Document {
  const copy = structuredClone(original)
  edit(copy)
  return copy
}

/** The statement whose content has these words, or the quotation that names them. */
export function statementOf(document: Document, words: string): JsonObject {
  const found = document.statements.find(({ content }) =>
    typeof content === 'string' ? content === words : (content as JsonObject).exact === words,
  )
  if (!found) throw new Error(`no statement says "${words}"`)
  return found
}

/** One kind of edit that an annotator makes, on the paper's first text. */
export const EDITS: Readonly<Record<string, (document: Document) => void>> = {
  'another speaker': (document) => {
    ;(document.acts!.said as JsonObject).by = ['ruiz']
  },
  'another wording of a claim': (document) => {
    statementOf(document, 'The ferry sank in May').claim = { text: 'The ferry went down in May.' }
  },
  'a statement left out': (document) => {
    document.statements = document.statements.filter(({ content }) => content !== 'It sank')
  },
  'another claim': (document) => {
    statementOf(document, 'It sank').claim = { text: 'Something sank.' }
  },
  'another day of publication': (document) => {
    document.article!.published = '2025-06-03'
  },
  'another word of an agent': (document) => {
    ;(document.agents!.ruiz as JsonObject).description = 'She runs the harbour.'
  },
  'the relay dropped': (document) => {
    delete (document.acts!.told as JsonObject).reportedIn
    delete document.acts!['wire-reported']
  },
  'taken from a report': (document) => {
    document.article!.derivedFrom = [{ article: { url: WIRE_URL }, phrase: 'told Newswire' }]
  },
  'still a proposal': (document) => {
    statementOf(document, 'the ferry sank').status = 'PROPOSED'
    statementOf(document, 'the ferry sank').certainty = 'POSSIBLE'
  },
}
