/**
 * A script that moves `Date` by `offset` ms where it runs; run again, it moves it to the new offset.
 * Timers and alarms go on by the real clock, as they do when a person sets a computer's clock.
 */
export function clockScript(offset: number): string {
  return `(${moveDate.toString()})(${offset})`;
}

interface MovedDate extends DateConstructor {
  movedBy?: { offset: number };
}

function moveDate(offset: number): void {
  const current = Date as MovedDate;
  if (current.movedBy) {
    current.movedBy.offset = offset;
    return;
  }
  const Real = Date;
  const moved = { offset };
  const now = (): number => Real.now() + moved.offset;
  const Moved = new Proxy(Real, {
    construct: (target, args, self) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, self) as Date,
    apply: () => new Real(now()).toString(),
    get: (target, name, self) => {
      if (name === 'now') return now;
      if (name === 'movedBy') return moved;
      return Reflect.get(target, name, self) as unknown;
    },
  });
  globalThis.Date = Moved;
}
