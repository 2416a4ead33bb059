/** Every REST route of the sandbox. */
import { appRoutes } from "./app-routes.ts";
import { catalogueRoutes } from "./catalogue-routes.ts";
import { checkRoutes } from "./check-routes.ts";
import { commentRoutes } from "./comment-routes.ts";
import { contentsRoutes } from "./contents-routes.ts";
import { edgeRoutes } from "./edge-routes.ts";
import { gitRoutes } from "./git-routes.ts";
import { hookRoutes } from "./hook-routes.ts";
import { issueRoutes } from "./issue-routes.ts";
import { pullRoutes } from "./pull-routes.ts";
import { refRoutes } from "./ref-routes.ts";
import { repositoryRoutes } from "./repository-routes.ts";
import type { RestRoute } from "./rest-route.ts";
import { treeRoutes } from "./tree-routes.ts";

/** In the order they are tried. */
export const REST_ROUTES: readonly RestRoute[] = [
  ...appRoutes,
  ...hookRoutes,
  ...commentRoutes,
  ...issueRoutes,
  ...edgeRoutes,
  ...catalogueRoutes,
  ...repositoryRoutes,
  ...pullRoutes,
  ...gitRoutes,
  ...treeRoutes,
  ...refRoutes,
  ...contentsRoutes,
  ...checkRoutes,
];
