// Several rules ask the same about one document or one of its parts, which is then worked out a single time.

/** `read` must be pure. What it made is kept as long as what it was made of. */
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
