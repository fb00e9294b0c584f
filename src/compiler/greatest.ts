/** The greatest of numbers that may be more than a call takes arguments, and no less than `least`. */
export function greatest(numbers: Iterable<number>, least = 0): number {
  let most = least
  for (const number of numbers) if (number > most) most = number
  return most
}
