/** Freezes a value and everything in it, so that whoever changes it throws. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const child of Object.values(value)) deepFreeze(child);
  return value;
}

/** Runs something synchronous in a world whose clock and random numbers throw when they are asked. */
export function withoutClockOrChance<Result>(run: () => Result): Result {
  const { Date: RealDate, Math: realMath } = globalThis;
  const { random } = realMath;
  const refuse = (what: string) => (): never => {
    throw new Error(`A conversion asked for ${what}. It must give the same result at any time.`);
  };
  class NoClock extends RealDate {
    constructor(...parts: unknown[]) {
      if (parts.length === 0) refuse('the time')();
      super(...(parts as [number]));
    }
    static override now = refuse('the time');
  }
  globalThis.Date = NoClock as unknown as DateConstructor;
  realMath.random = refuse('a random number');
  try {
    return withoutRandomIds(refuse, run);
  } finally {
    globalThis.Date = RealDate;
    realMath.random = random;
  }
}

function withoutRandomIds<Result>(refuse: (what: string) => () => never, run: () => Result): Result {
  // Not every runtime has Web Crypto, and the model's types know none.
  const { crypto } = globalThis as { crypto?: object };
  if (!crypto) return run();
  Object.defineProperty(crypto, 'randomUUID', { configurable: true, value: refuse('a random id') });
  Object.defineProperty(crypto, 'getRandomValues', { configurable: true, value: refuse('random bytes') });
  try {
    return run();
  } finally {
    // What stood there before is inherited, so it shows again.
    Reflect.deleteProperty(crypto, 'randomUUID');
    Reflect.deleteProperty(crypto, 'getRandomValues');
  }
}
