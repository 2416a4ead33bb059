declare module "commonmark-spec" {
  const specification: { readonly tests: readonly { markdown: string; number: number }[] };
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS, whose exports Node imports as the default.
  export default specification;
}
