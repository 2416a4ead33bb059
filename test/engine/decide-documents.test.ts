import { describe, expect, test } from "@jest/globals";
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
