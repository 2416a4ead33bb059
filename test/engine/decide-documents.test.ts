import { describe, expect, test } from "#test";
import { defaultConfig } from "../../src/config/defaults.ts";
import { decideDocuments } from "../../src/engine/decide-documents.ts";
import type { SourceFile } from "../../src/engine/read-sources.ts";
import { modelPlan } from "../render/model-plan.ts";
import { today } from "../render/plan-builder.ts";

const nav = "<!-- milepost:nav -->\n<!-- milepost:end -->\n";
const file = (text: string): SourceFile => ({
  kind: "file",
  bytes: new TextEncoder().encode(text),
});

describe("links between plan documents", () => {
  test("lead to those that there are, by the first heading of a person", () => {
    const files = new Map<string, SourceFile>([
      ["PLAN.md", file(`# The plan\n\n${nav}`)],
      [
        "docs/board.md",
        file(
          "<!-- milepost:milestone-sections -->\n### Old 📋\n<!-- milepost:end -->\n\n## Our board\n",
        ),
      ],
      ["docs/bare.md", file("Nothing here.\n")],
      ["docs/gone.md", { kind: "missing" }],
      ["docs/link.md", { kind: "other" }],
    ]);
    const documents = [...files.keys()].map((path) => ({ path }));
    const decision = decideDocuments(modelPlan, { ...defaultConfig, documents }, files, today);
    const plan = decision.files.find(({ path }) => path === "PLAN.md");
    expect(new TextDecoder().decode(plan?.bytes)).toContain(
      "<!-- milepost:nav -->\n- [Our board](./docs/board.md)\n- [docs/bare.md](./docs/bare.md)\n<!-- milepost:end -->",
    );
  });
});

describe("a live document", () => {
  const text = `# Plan ✅ COMPLETE (9/9)\n\n- [x] #408 a\n- [x] #10 b\n\n<!-- milepost:toc -->\n<!-- milepost:end -->\n\n## Core (1/2)\n\n- #10\n- #11\n\n## Status: 1/2\n`;
  const decide = (live: boolean) => {
    const documents = [{ path: "PLAN.md", milestone: "M2", live }];
    const files = new Map([["PLAN.md", file(text)]]);
    return decideDocuments(modelPlan, { ...defaultConfig, documents }, files, today);
  };

  test("is kept true outside of its regions before these list its headings", () => {
    const [change] = decide(true).files;
    const changed = new TextDecoder().decode(change?.bytes);
    expect(changed).toContain("- [ ] #408 a\n- [x] #10 b\n");
    expect(changed).toContain("## Core (2/2)\n");
    expect(changed).toContain("[Core (2/2)](");
  });

  test("has what is unclear in it among the findings, with its path and line", () => {
    const messages = decide(true).plan.findings.map(({ message }) => message);
    expect(messages).toContainEqual(
      expect.stringMatching(/^PLAN\.md, line 1: The count "9\/9" was left/),
    );
    expect(decide(false).plan.findings).toEqual(modelPlan.findings);
  });

  test("follows titles where its entry says so, and links the issues that it asks about", () => {
    const [done, other] = [...modelPlan.items.values()].filter(
      ({ resolution }) => resolution === "completed",
    );
    const boxes = `- [ ] ${done?.title}\n- [ ] **${other?.title}**\n- [ ] ${other?.title}\n`;
    const decideTitles = (titles: boolean) => {
      const documents = [{ path: "PLAN.md", live: true, titles }];
      const files = new Map([["PLAN.md", file(boxes)]]);
      return decideDocuments(modelPlan, { ...defaultConfig, documents }, files, today);
    };
    const { files, plan } = decideTitles(true);
    expect(new TextDecoder().decode(files[0]?.bytes)).toBe(boxes.replace("[ ]", "[x]"));
    expect(plan.findings).toContainEqual(
      expect.objectContaining({ rule: "live-unclear", issues: [other?.number] }),
    );
    expect(decideTitles(false)).toEqual({ files: [], plan: modelPlan });
  });

  test("is touched in its regions only where it is not said to be live", () => {
    const [change] = decide(false).files;
    expect(new TextDecoder().decode(change?.bytes)).toContain("- [x] #408 a");
  });
});
