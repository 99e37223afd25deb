import { isIPv6 } from 'node:net'

/** Where the service answers GraphQL. */
export const ENDPOINT = '/graphql'

/** The address of a service that listens there, as a client gives it. */
export function endpointUrl(host: string, port: number): string {
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}${ENDPOINT}`
}
