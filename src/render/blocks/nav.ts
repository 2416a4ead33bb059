/** Links to the other plan documents, so that readers find their way between them. */
import type { Block } from "../block.ts";
import { headingText } from "../names.ts";
import { relativePath } from "../relative-path.ts";

export const nav: Block = {
  name: "nav",
  summary: "Links to the other plan documents of the configuration.",
  kind: "block",
  options: [],
  example: "<!-- milepost:nav -->",
  render({ document }) {
    const others = document.listed.filter(({ path }) => path !== document.path);
    if (others.length === 0) return "_There is no other plan document._";
    return others
      .map(({ path, title }) => {
        const text = headingText(title ?? "") || headingText(path);
        return `- [${text}](${relativePath(document.path, path)})`;
      })
      .join("\n");
  },
};
