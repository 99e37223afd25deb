import { claimId } from '../domain/identity.ts'
import type { ExampleQuery } from './graphiql-page.ts'

/** Queries worth pasting, answered by the seed article. GraphiQL opens with them, and the start prints them. */
export const EXAMPLE_QUERIES: readonly ExampleQuery[] = [
  {
    title: 'Follow what came through Reuters, from its speakers to the printed page',
    query: `query ThroughReuters {
  agent(name: "Reuters") {
    relayed {
      nodes {
        text
        speaker { name }
        chain { mode by { name } to { name } printedIn { url } }
      }
    }
  }
}`,
  },
  {
    title: 'Everything Marco Rubio said, in the order of the text',
    query: `query EverythingRubioSaid {
  agent(name: "Marco Rubio") {
    statements(orderBy: TEXT) {
      totalCount
      nodes { text quoteType speechAct certainty said { edtf phrase basis } claim { text } }
    }
  }
}`,
  },
  {
    title: 'Who rejects whose demands',
    query: `query WhoRejectsWhat {
  statements(filter: { speechAct: [DEMAND] }, orderBy: TEXT) {
    nodes {
      speaker { name }
      claim { text }
      responses { stance from { speaker { name } text } }
    }
  }
}`,
  },
]

/** Queries that the demonstration set answers; the start prints them where it loads that. */
export const DEMONSTRATION_QUERIES: readonly ExampleQuery[] = [
  {
    title: 'From three engineers to every paper: how the 34 dead sensors travelled, by citation and by copy',
    query: `query HowTheSensorsTravelled {
  trace(id: "${claimId({ key: 'velmora-dam/sensors-34' })}") {
    subject { ... on Claim { text } }
    hops { id by { name } printedIn { url } }
    links { kind basis from to }
  }
}`,
  },
  {
    title: 'What the minister promised, and how she moved it',
    query: `query WhatTheMinisterPromised {
  agent(name: "Mira Koltan") {
    statements(filter: { speechAct: [PROMISE] }, orderBy: PUBLISHED_ASC) {
      nodes { text said { edtf phrase } article { outlet { name } } revises { text article { outlet { name } } } }
    }
  }
}`,
  },
]
