// The few operators of MongoDB that the messaging core uses; one that is missing throws.

type Value = unknown;
type Fields = Readonly<Record<string, Value>>;
type Compare = (a: Value, b: Value) => boolean;

const plain = (value: Value) => (value instanceof Date ? value.getTime() : value);
const equal: Compare = (a, b) => plain(a) === plain(b);
const less: Compare = (a, b) => a !== undefined && (plain(a) as number) < (plain(b) as number);

const conditions: Readonly<Record<string, Compare>> = {
  $ne: (a, b) => !equal(a, b),
  $lt: less,
  $exists: (a, b) => (a !== undefined) === b,
  $in: (a, b) => (b as Value[]).some((one) => equal(a, one) || (one === null && a === undefined)),
};

export function matches(doc: Fields, filter: Fields, now: Date): boolean {
  return Object.entries(filter).every(([field, wanted]) => {
    if (field === '$or') return (wanted as Fields[]).some((one) => matches(doc, one, now));
    if (field === '$expr') return evaluate(wanted, doc, now) === true;
    const value = at(doc, field);
    if (wanted === null || typeof wanted !== 'object' || wanted instanceof Date) return equal(value, wanted);
    return Object.entries(wanted).every(([operator, operand]) => known(conditions, operator)(value, operand));
  });
}

const changes: Readonly<Record<string, (before: Value, operand: Value) => Value>> = {
  $set: (_before, operand) => operand,
  $inc: (before, operand) => Number(before ?? 0) + Number(operand),
  $max: (before, operand) => (before === undefined || less(before, operand) ? operand : before),
  $unset: () => undefined,
};

/** The document after an update, or after a pipeline of one `$set`. */
export function changed<D extends Fields>(
  doc: D,
  change: Fields | readonly Fields[],
  now: Date,
  isInsert = false,
): D {
  const after: Record<string, Value> = { ...doc };
  if (Array.isArray(change)) {
    const { $set } = (change as { $set: Fields }[])[0]!;
    for (const [field, expression] of Object.entries($set)) after[field] = evaluate(expression, doc, now);
    return after as D;
  }
  for (const [operator, fields] of Object.entries(change as Readonly<Record<string, Fields>>)) {
    if (operator === '$setOnInsert') {
      if (isInsert) Object.assign(after, fields);
      continue;
    }
    for (const [field, operand] of Object.entries(fields)) {
      after[field] = known(changes, operator)(after[field], operand);
      if (after[field] === undefined) delete after[field];
    }
  }
  return after as D;
}

const expressions: Readonly<Record<string, (args: Value[]) => Value>> = {
  $and: (args) => args.every(Boolean),
  $eq: ([a, b]) => equal(a, b),
  $gt: ([a, b]) => less(b, a),
  $lte: ([a, b]) => !less(b, a),
  $cond: ([condition, then, otherwise]) => (condition ? then : otherwise),
  $add: ([a, b]) => (a instanceof Date ? new Date(a.getTime() + Number(b)) : Number(a) + Number(b)),
};

function evaluate(expression: Value, doc: Fields, now: Date): Value {
  if (expression === '$$NOW') return now;
  if (typeof expression === 'string' && expression.startsWith('$')) return doc[expression.slice(1)];
  if (expression === null || typeof expression !== 'object') return expression;
  const [[operator, args]] = Object.entries(expression) as [[string, Value[]]];
  return known(expressions, operator)(args.map((one) => evaluate(one, doc, now)));
}

function at(doc: Fields, path: string): Value {
  return path.split('.').reduce((value: Value, field) => (value as Fields | undefined)?.[field], doc);
}

function known<T>(table: Readonly<Record<string, T>>, operator: string): T {
  const found = table[operator];
  if (!found) throw new Error(`the simulated store has no ${operator}`);
  return found;
}
