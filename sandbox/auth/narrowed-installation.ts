/**
 * An installation as a token sees it that was asked for with less: some repositories, some
 * permissions. What the installation loses later the token loses too.
 */
import type { Repository } from "../world/model.ts";
import { grants, type Permissions } from "./permissions.ts";

export interface TokenScope {
  /** All of them unless given. */
  readonly repositories?: ReadonlySet<Repository>;
  /** All of them unless given. */
  readonly permissions?: Permissions;
}

interface Granted {
  readonly permissions: Permissions;
}

/** The installation, seen through a scope; everything else of it is as it is. */
export function narrowedInstallation<Whole extends Granted>(
  whole: Whole,
  scope: TokenScope,
): Whole {
  const { repositories, permissions } = scope;
  const view: Whole = Object.create(whole, {
    permissions: {
      get: () => (permissions === undefined ? whole.permissions : both(whole, permissions)),
    },
    ...(repositories === undefined
      ? {}
      : {
          whole: { value: whole },
          selection: { value: "selected" },
          reach: { value: repositories },
        }),
  });
  return view;
}

function both({ permissions }: Granted, wanted: Permissions): Permissions {
  const entries = Object.entries(wanted).flatMap(([area, level]) => {
    const granted = permissions[area];
    if (granted === undefined) return [];
    return [[area, grants(permissions, area, level) ? level : granted] as const];
  });
  return Object.fromEntries(entries);
}
