/**
 * Boxes in the status issue that stand for commands: `- [ ] Refresh now <!-- milepost-box /sync -->`. A tick
 * is taken away only by whoever has run the command.
 */

/** What every box holds. */
export const boxMarker = "<!-- milepost-box ";

const box = /^(- \[)([ xX])(\] .*<!-- milepost-box ([^\n]+?) -->)[ \t]*$/gm;

/** Anything else could end the comment that holds the command. */
const safeCommand = /^\/(?:(?!--)[\w /#:.,'"&()-])+$/;

/** Empty for a command that cannot be held. `label` is Markdown and begins with no reference. */
export function renderBox(label: string, command: string): string {
  return safeCommand.test(command) ? `- [ ] ${label} ${boxMarker}${command} -->` : "";
}

/** The commands of ticked boxes, in order, each once. */
export function findTickedBoxes(body: string): readonly string[] {
  const ticked = [...body.matchAll(box)].filter(([, , mark]) => mark !== " ");
  return [...new Set(ticked.map(([, , , , command = ""]) => command))];
}

/** The new body with the ticks of the present one that nobody has run yet. */
export function keepTicks(wanted: string, present: string, handled: ReadonlySet<string>): string {
  const kept = new Set(findTickedBoxes(present).filter((command) => !handled.has(command)));
  if (kept.size === 0) return wanted;
  return wanted.replace(box, (line, start: string, _mark, rest: string, command: string) =>
    kept.has(command) ? `${start}x${rest}` : line,
  );
}
