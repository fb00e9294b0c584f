/** The two kinds of trouble a command can end with that are not an author's mistake and not a bug of ours. */

/** Wrong use of a command or of the config: exit 2. */
export class UsageError extends Error {
  readonly exitCode = 2
}

/** Something that the surroundings lack (a browser, a free port, a writable folder): exit 3. */
export class EnvironmentError extends Error {
  readonly exitCode = 3
}
