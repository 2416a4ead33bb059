import fc from "fast-check";
import { describe, expect, test } from "#test";
import { findTextRegions } from "../../src/markdown/text-regions.ts";
import { STAMP } from "../../src/render/stamp.ts";
import {
  composeStatusBody,
  isStatusBody,
  type StatusParts,
  statusRoom,
} from "../../src/render/status-issue-body.ts";

const parts: StatusParts = {
  problems: "",
  status: `39 of 50\n\nLast change ${STAMP}.`,
  notebook: '<!-- milepost-notebook {"version":1} -->',
};

function body(
  present: string | null,
  changed: Partial<StatusParts> = {},
  on = "2025-11-10" as const,
) {
  const composed = composeStatusBody(present, { ...parts, ...changed }, on);
  if (composed.kind !== "composed") throw new Error(JSON.stringify(composed.findings));
  return composed.body;
}

const created = body(null);

describe("a new body", () => {
  test("holds the identity, both regions and the notebook", () => {
    expect(created).toBe(
      [
        "<!-- milepost-status-issue -->",
        "<!-- milepost:problems -->",
        "<!-- milepost:end -->",
        "<!-- milepost:status -->",
        "39 of 50",
        "",
        "Last change 2025-11-10.",
        "<!-- milepost:end -->",
        "",
        '<!-- milepost-notebook {"version":1} -->',
        "",
      ].join("\n"),
    );
    expect(findTextRegions(created).problems).toEqual([]);
  });

  test("is recognised, as is one that lost some of its markers", () => {
    expect(isStatusBody(created)).toBe(true);
    expect(isStatusBody("<!-- milepost-status-issue -->\nall else is gone")).toBe(true);
    expect(isStatusBody("only\r\n<!-- milepost:status -->\r\n")).toBe(true);
    expect(isStatusBody("Project status <!-- milepost:count -->1<!-- milepost:end -->")).toBe(
      false,
    );
  });
});

describe("a body that is there", () => {
  test("stays the same bytes on a later day while nothing changed", () => {
    expect(composeStatusBody(created, parts, "2026-01-01")).toEqual({
      kind: "composed",
      body: created,
    });
  });

  test("gets what changed, and the day of it", () => {
    const composed = composeStatusBody(
      created,
      { ...parts, status: `40 of 50, ${STAMP}` },
      "2026-01-01",
    );
    expect(composed).toMatchObject({ body: expect.stringContaining("40 of 50, 2026-01-01\n") });
  });

  test("keeps the status while the configuration is wrong, and loses the warning after", () => {
    const warned = body(created, { problems: "> [!WARNING]\n> wrong", status: null });
    expect(warned).toContain(
      "<!-- milepost:problems -->\n> [!WARNING]\n> wrong\n<!-- milepost:end -->",
    );
    expect(warned).toContain("39 of 50");
    expect(body(warned)).toBe(created);
  });

  test("keeps or gets its notebook", () => {
    expect(body(created, { notebook: null })).toBe(created);
    const without = body(null, { notebook: null });
    expect(without).not.toContain("notebook");
    expect(body(without)).toBe(created);
    expect(body(created, { notebook: "<!-- milepost-notebook $& -->" })).toContain(
      "notebook $& -->",
    );
  });

  test("keeps the line ends of the browser that edited it", () => {
    const crlf = created.replaceAll("\n", "\r\n");
    const changed = body(crlf, { status: "40 of 50" });
    expect(changed.replaceAll("\r\n", "").includes("\n")).toBe(false);
    expect(body(crlf)).toBe(crlf);
  });

  test("keeps what people wrote above, between and below", () => {
    const words = fc.array(fc.constantFrom("word", "é", "> q", "- [ ] x", "\n", "1. a", "*"), {
      maxLength: 6,
    });
    const text = words.map((all) => all.join(" ").trim());
    fc.assert(
      fc.property(text, text, text, (above, between, below) => {
        const [head = "", tail = ""] = created.split("<!-- milepost:status -->");
        const own = `${above}\n\n${head}\n${between}\n\n<!-- milepost:status -->${tail}\n${below}`;
        const once = composeStatusBody(own, { ...parts, status: "new" }, "2025-11-10");
        if (once.kind === "damaged") throw new Error("damaged");
        const region = "39 of 50\n\nLast change 2025-11-10.\n";
        expect(once.body).toBe(own.replace(region, "new\n"));
      }),
    );
  });
});

describe("the room for the status", () => {
  const room = (present: string | null) => statusRoom(present, parts, "2025-11-10");

  test("is what people's text, the warning and the notebook leave of 60,000 characters", () => {
    const without = created.length - "39 of 50\n\nLast change 2025-11-10.\n".length;
    expect(room(null)).toBe(60_000 - without);
    expect(room(created)).toBe(60_000 - without);
    expect(room(`${"x".repeat(1000)}\n\n${created}`)).toBe(60_000 - without - 1002);
    expect(statusRoom(created, { ...parts, problems: "wrong" }, "2025-11-10")).toBe(
      60_000 - without - "wrong\n".length,
    );
  });
});

describe("a damaged body is left alone, and it is said what to mend", () => {
  const rules = (present: string) => {
    const composed = composeStatusBody(present, parts, "2025-11-10");
    return composed.kind === "damaged" ? composed.findings.map(({ rule }) => rule) : [];
  };

  test("a marker that is gone, doubled or unclosed", () => {
    expect(rules("<!-- milepost-status-issue -->")).toEqual(["region-missing", "region-missing"]);
    expect(rules(`${created}\n<!-- milepost:status -->\n<!-- milepost:end -->\n`)).toEqual([
      "region-doubled",
    ]);
    expect(rules(created.replace("Last change 2025-11-10.\n<!-- milepost:end -->", ""))).toEqual([
      "region-unclosed",
    ]);
  });

  test("the message names the place and the remedy", () => {
    const composed = composeStatusBody("<!-- milepost:status -->\nx", parts, "2025-11-10");
    expect(composed.kind).toBe("damaged");
    if (composed.kind === "damaged")
      expect(composed.findings[0]?.message).toMatch(/^Status issue, line 1: .+\./);
  });
});
