import { test } from '@jest/globals'

type Step = () => Promise<void>

/**
 * Steps of which each goes on where the one before it ended. They are one test, since Jest runs tests in any order and
 * any of them alone; the step that fails is named.
 *
 * @param timeout of all steps together, in milliseconds
 * @returns tells the next step
 */
export function story(
  name: string,
  timeout: number,
  { before, after }: { readonly before?: () => void; readonly after?: Step } = {},
): (what: string, step: Step) => void {
  const steps: [string, Step][] = []
  test(
    name,
    async () => {
      for (const [what, step] of steps) {
        before?.()
        try {
          await step()
          await after?.()
        } catch (error) {
          if (error instanceof Error) error.message = `${what}: ${error.message}`
          throw error
        }
      }
    },
    timeout,
  )
  return (what, step) => {
    steps.push([what, step])
  }
}
