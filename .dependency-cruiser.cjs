// Who may import whom. Each folder may import itself and the folders listed for it;
// anything else fails `npm run check:imports`. Add a folder here before creating it.
const folders = {
  domain: [],
  markdown: [],
  config: ["domain"],
  facts: ["domain", "markdown", "config"],
  render: ["domain", "markdown", "config"],
  onboarding: ["domain", "markdown", "config"],
  adopt: ["domain", "markdown", "claims"],
  commands: ["domain", "markdown", "config", "facts", "render"],
  claims: ["domain", "markdown"],
  encoding: [],
  live: ["domain", "markdown", "config", "claims", "facts"],
  lint: ["domain", "markdown", "config", "claims", "live", "facts", "encoding"],
  engine: [
    "domain",
    "markdown",
    "config",
    "facts",
    "render",
    "commands",
    "onboarding",
    "adopt",
    "claims",
    "live",
    "lint",
  ],
  github: ["domain"],
  backends: ["domain"],
  app: ["domain", "config", "commands", "engine", "github", "backends"],
  cli: [
    "domain",
    "markdown",
    "config",
    "facts",
    "render",
    "commands",
    "claims",
    "adopt",
    "live",
    "encoding",
    "lint",
    "engine",
    "github",
    "backends",
    "app",
  ],
};

// Seams: single files that one more folder may import.
const engineSeam = [
  "src/engine/(ports|errors|failure-policy|change|hint|logging|merge-change|repository-memory)\\.ts$",
];
const seams = { github: engineSeam, backends: engineSeam };

const folderRules = Object.entries(folders).map(([folder, targets]) => ({
  name: `${folder}-may-not-import-that-folder`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: {
    path: "^src/",
    pathNot: [`^src/(${[folder, ...targets].join("|")})/`, ...(seams[folder] ?? [])],
  },
}));

const unlisted = {
  name: "folder-not-listed-here",
  severity: "error",
  from: { path: "^src/[^/]+/", pathNot: `^src/(${Object.keys(folders).join("|")})/` },
  to: {},
};

// Packages each pure folder may use. Node built-ins are refused in all of them.
const purePackages = {
  domain: ["date-fns"],
  markdown: [
    "lru-cache",
    "micromark",
    "mdast-util-from-markdown",
    "micromark-extension-gfm-[a-z]+",
    "@types/mdast",
  ],
  config: ["lru-cache", "zod", "yaml"],
  facts: ["zod"],
  render: [],
  onboarding: ["yaml"],
  commands: [],
  claims: [],
  adopt: [],
  live: [],
  encoding: [],
  lint: [],
};

const purityRules = Object.entries(purePackages).map(([folder, packages]) => ({
  name: `${folder}-is-pure`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: {
    dependencyTypes: [
      "core",
      "npm",
      "npm-dev",
      "npm-optional",
      "npm-peer",
      "npm-no-pkg",
      "unknown",
    ],
    pathNot: packages.length ? `node_modules/(${packages.join("|")})/` : undefined,
  },
}));

module.exports = {
  forbidden: [
    ...folderRules,
    unlisted,
    ...purityRules,
    {
      name: "octokit-only-in-github-and-app",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(github|app|cli)/" },
      to: { path: "node_modules/(@octokit|probot|octokit)/" },
    },
    {
      name: "redis-only-in-its-backend",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/backends/redis/" },
      to: { path: "node_modules/(bullmq|ioredis)/" },
    },
    {
      name: "date-fns-only-in-calendar",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/domain/calendar\\.ts$" },
      to: { path: "node_modules/date-fns/" },
    },
    {
      name: "sandbox-knows-nothing-of-us",
      severity: "error",
      from: { path: "^sandbox/" },
      to: { path: "^(src|test)/" },
    },
    {
      name: "sandbox-only-for-the-command-line",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { path: "^sandbox/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: "^src/cli/(main|docs/generate-docs)\\.ts$" },
      to: {},
    },
    {
      name: "src-may-not-import-tests",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^test/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true, // type-only imports count
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".js"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "types"],
    },
  },
};
