import fc from "fast-check";
import { describe, expect, test } from "#test";
import { encodeCommand, endOfValue, readCommands } from "./resp.ts";

const word = fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes));
const command = fc.array(word, { minLength: 1, maxLength: 5 });

describe("commands", () => {
  test("are read as they were written, wherever the bytes were parted", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 4 }), fc.nat(), (written, place) => {
        const bytes = Buffer.concat(written.map(encodeCommand));
        const cut = bytes.length === 0 ? 0 : place % bytes.length;
        const first = readCommands(bytes.subarray(0, cut));
        const second = readCommands(bytes.subarray(first.length));
        expect([...first.commands, ...second.commands]).toEqual(written);
        expect(first.length + second.length).toBe(bytes.length);
      }),
    );
  });
});

describe("the end of an answer", () => {
  const answers = [
    "+OK\r\n",
    "-ERR no\r\n",
    ":12\r\n",
    "_\r\n",
    ",1.5\r\n",
    "#t\r\n",
    "$3\r\na\r\n\r\n",
    "$-1\r\n",
    "*-1\r\n",
    "*0\r\n",
    "*2\r\n$1\r\na\r\n*1\r\n:1\r\n",
    "%1\r\n$1\r\na\r\n:1\r\n",
    "=7\r\ntxt:a\r\n\r\n",
  ];
  test.each(answers)("%j is found, and not before all of it is there", (answer) => {
    const bytes = Buffer.from(`${answer}:1\r\n`);
    expect(endOfValue(bytes, 0)).toBe(answer.length);
    expect(endOfValue(bytes.subarray(0, answer.length - 1), 0)).toBeNull();
  });
});
