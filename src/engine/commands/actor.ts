/** In whose name a text speaks: its author's, and of an edited one with the lower access of both. */
import type { Actor } from "../../commands/permission.ts";
import { lowerAccess } from "../../domain/access.ts";
import type { CommandText, Writer } from "../../domain/command-text.ts";
import type { People, RepositoryAddress } from "../ports.ts";

/** Null for bots and for accounts that are gone: nobody is obeyed. */
export async function findActor(
  people: People,
  address: RepositoryAddress,
  text: CommandText,
): Promise<Actor | null> {
  const { author } = text;
  const editor = text.lastEditedAt === null ? author : text.editor;
  if (!isPerson(author) || !isPerson(editor)) return null;
  const access = await people.accessOf(address, author.login);
  if (editor.login === author.login) return { login: author.login, access };
  const editorsAccess = await people.accessOf(address, editor.login);
  return { login: editor.login, access: lowerAccess(access, editorsAccess) };
}

function isPerson(writer: Writer | null): writer is Writer {
  return writer !== null && !writer.isBot;
}
