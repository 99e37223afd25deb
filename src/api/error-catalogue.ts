interface ErrorEntry {
  /** What has happened, in one sentence without a full stop, whatever the HTTP status. */
  readonly meaning: string
  /** Whether the same request, unchanged, may well succeed a moment later. */
  readonly retry: boolean
  /** What the client can do about it. */
  readonly remedy: string
  /** What stands in `extensions` beside `code`: key to meaning. */
  readonly extensions?: Readonly<Record<string, string>>
}

/**
 * Every `extensions.code` that the API answers with. `docs/errors.md` shows the same to readers, with an example of
 * each; a test holds the two against each other. The order is that of a request: received, read, checked, executed.
 */
export const ERROR_CATALOGUE = {
  BAD_REQUEST: {
    meaning: 'The HTTP request is not a GraphQL request',
    retry: false,
    remedy:
      'Send one operation as a JSON object with `query` and, if need be, `variables` and `operationName`; a mutation by POST.',
  },
  NOT_ACCEPTABLE: {
    meaning: 'The request accepts no form in which answers are written; nothing was executed',
    retry: false,
    remedy: 'Accept `application/json`, or send no `Accept` at all.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    meaning: 'The body is not plain JSON in UTF-8',
    retry: false,
    remedy: 'POST with the content type `application/json`, uncompressed.',
  },
  REQUEST_TOO_LARGE: {
    meaning: 'The body or the query is longer than the service reads',
    retry: false,
    remedy: 'Keep the query short and send values as variables; split a large document.',
  },
  GRAPHQL_PARSE_FAILED: {
    meaning: 'The query is not GraphQL, or has too many tokens or levels',
    retry: false,
    remedy: 'Correct it at the place that `locations` names; ask in parts.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    meaning: 'The query does not fit the schema',
    retry: false,
    remedy:
      'Correct the names and types at the place that `locations` names; `schema.graphql` describes them all.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    meaning: 'The query holds no operation of the name given, or several and no name was given',
    retry: false,
    remedy: 'Give the name of one of its operations as `operationName`.',
  },
  BAD_USER_INPUT: {
    meaning: 'A variable, or a value in the query, does not have the form of its type',
    retry: false,
    remedy: 'Give the value in the form that the message names.',
  },
  QUERY_TOO_EXPENSIVE: {
    meaning:
      'The query can come to more values than are answered at once, and was not executed; or its lists turned out longer than they were taken to be, and the rest is not answered',
    retry: false,
    remedy:
      'Ask for smaller pages or fewer levels, and go on with `after: endCursor`; ask in several queries.',
    extensions: {
      limit: 'the most that is accepted, in values, or in entries of lists',
      found: 'what the query can come to, counted as docs/configuration.md says, or the entries that came',
    },
  },
  INVALID_ARGUMENTS: {
    meaning: 'Arguments do not go together, or the value of one cannot be used',
    retry: false,
    remedy: 'Read the message: it names the argument, what was found and what is wanted.',
  },
  INVALID_ID: {
    meaning: 'A text is not an id, or the id of another kind of record',
    retry: false,
    remedy:
      'Use ids as the API gives them. An id that is well formed and unknown is no error: it gives null.',
    extensions: { value: 'the text in question' },
  },
  NOT_FOUND: {
    meaning: 'A mutation names a record that is not there',
    retry: false,
    remedy: 'Store it first, or use an id that the API gives.',
    extensions: { id: 'the id of the record that is missing' },
  },
  JUDGEMENT_CONFLICT: {
    meaning: 'Decisions in force say otherwise; nothing was decided',
    retry: false,
    remedy: 'Look at the judgements of `path`, and withdraw the one that is wrong first.',
    extensions: {
      path: 'the ids of the judgements in the way: a chain of positive ones, then the negative one or the relation of two claims where there is one',
    },
  },
  INVALID_CURSOR: {
    meaning: 'A cursor is damaged, or belongs to another kind of list, another order or another search',
    retry: false,
    remedy: 'Pass `endCursor` of a page with the same `orderBy`, or start again without `after`.',
  },
  PAGE_TOO_LARGE: {
    meaning: 'More was asked for at once than is given at once',
    retry: false,
    remedy: 'Ask for at most `limit`, and, where the field takes `after`, go on with `after: endCursor`.',
    extensions: { limit: 'the most that is accepted', found: 'what was asked for' },
  },
  FILTER_TOO_LARGE: {
    meaning: 'A filter comes to too many alternatives or values',
    retry: false,
    remedy: 'Ask with fewer values, or in several queries.',
    extensions: { limit: 'the most that is accepted', found: 'what the filter comes to' },
  },
  AMBIGUOUS_NAME: {
    meaning: 'Several agents bear the name',
    retry: false,
    remedy: 'Choose one of `candidates` and ask by its id.',
    extensions: { candidates: 'the agents that bear the name, each with `id`, `kind` and `name`' },
  },
  DOCUMENT_TOO_LARGE: {
    meaning: 'An article document is larger than ingest accepts, 2 MB by default',
    retry: false,
    remedy: 'Shorten the text to the article itself, or raise the limit of the service.',
    extensions: {
      limit: 'the most that is accepted, in bytes',
      found: 'the size of the document, in bytes',
    },
  },
  INVALID_DOCUMENT: {
    meaning: 'An article document has problems; nothing of it was stored',
    retry: false,
    remedy: 'Correct every one of `problems` and send the whole document again.',
    extensions: { problems: 'all problems, each with `path`, `value` and `message`' },
  },
  CONFLICT_RETRY: {
    meaning: 'Another write was in the way; nothing was stored',
    retry: true,
    remedy: 'Send the same request again after `retryAfterMs`.',
    extensions: { retryAfterMs: 'how long to wait, in milliseconds' },
  },
  TRANSACTION_TOO_LARGE: {
    meaning: 'The database has not enough memory for it in one transaction; nothing was stored',
    retry: false,
    remedy:
      'Give the database more heap, ask for less at once, or annotate less of an article in one document.',
  },
  QUERY_TIMEOUT: {
    meaning: 'The database did not answer in time',
    retry: false,
    remedy:
      'Ask for less at once: a smaller page, fewer levels, a filter that names a speaker, article or claim.',
  },
  UNAVAILABLE: {
    meaning:
      'The database cannot be reached, or is asked by too many at once; whether a write was stored is not known',
    retry: true,
    remedy:
      'Send the same request again after `retryAfterMs`, or after a second where it is absent. Ingesting a document again is safe.',
    extensions: { retryAfterMs: 'how long to wait, in milliseconds' },
  },
  INTERNAL_SERVER_ERROR: {
    meaning: 'A fault of the service; what it was stands in its log only',
    retry: false,
    remedy: 'Report it with `requestId`, under which the log has it.',
    extensions: { requestId: 'the id of the request in the log' },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>

export type ErrorCode = keyof typeof ERROR_CATALOGUE
