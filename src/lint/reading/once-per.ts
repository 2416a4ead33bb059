// Several rules ask the same about one document, or one of its entries, which is then worked out a single time.

/**
 * `read` must be pure. Only the latest is remembered, as one document is read after the other: what is kept for as
 * long as its document lives makes the collector of garbage carry each document around for long.
 */
export function onceInARow<Key extends object, Value>(
  read: (key: Key) => Value,
): (key: Key) => Value {
  let latest: { readonly key: Key; readonly value: Value } | null = null;
  return (key) => {
    if (latest?.key !== key) latest = { key, value: read(key) };
    return latest.value;
  };
}

/** `read` must be pure. For what is seldom asked: what it made is kept as long as what it was made of. */
export function oncePer<Key extends object, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as Value;
    const value = read(key);
    known.set(key, value);
    return value;
  };
}
